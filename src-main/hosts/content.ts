import { readFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { ArchiveId, AssetId, SnapshotId } from '@shared/domain/ids'
import type { CallResult } from '@shared/contract/transport'
import { pictureType } from '../core/files/picture-type'
import { contentHeaders } from './content-policy'
import { mediaTypeOfFile } from './media-type'
import { snapshotDocument } from './snapshot-document'

export interface ContentOptions {
  /** Folder of the built app files. */
  readonly appFolder: string
  /** Address of Vite's development server, which then stands in for the app folder; null outside development. */
  readonly devServer: string | null
  readonly call: (name: string, input: unknown) => Promise<CallResult>
  /** The bytes of an asset, or null when the library has none by this name. */
  readonly readAsset: (id: AssetId) => Promise<Uint8Array | null>
}

const SnapshotHtml = z.object({
  html: z.string(),
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
})

const Bytes = z.instanceof(Uint8Array<ArrayBuffer>)

/**
 * Answers GET requests for everything that is shown: the app's files, `/snapshots/<SnapshotId>`,
 * `/assets/<AssetId>` and `/archives/<ArchiveId>/…`. Both hosts serve through it, so that the same policies hold in both.
 */
export function createContent(options: ContentOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET.')
    const { pathname, search, searchParams } = new URL(request.url)
    const [, area, name, ...rest] = pathname.split('/')
    if (area === 'snapshots' || area === 'originals' || area === 'assets') {
      if (rest.length > 0) return notFound()
      return area === 'assets' ? asset(options, name) : snapshot(options, area, name)
    }
    if (area === 'print') return rest.length > 1 ? notFound() : printed(options, name, rest[0], searchParams)
    if (area === 'archives')
      return rest.length > 1 ? notFound() : archive(options, name, rest[0], searchParams.get('path'))
    return options.devServer === null
      ? appFile(options.appFolder, pathname)
      : fromDevServer(options.devServer, pathname + search, request)
  }
}

async function snapshot(
  { call }: ContentOptions,
  area: 'snapshots' | 'originals',
  name: string | undefined,
): Promise<Response> {
  const id = SnapshotId.safeParse(name)
  if (!id.success) return notFound()
  const result =
    area === 'snapshots'
      ? await call('snapshots.html', { id: id.data })
      : await call('originals.html', { snapshotId: id.data })
  if (!result.ok) return plain(result.error.code === 'not-found' ? 404 : 503, result.error.message)
  const document = snapshotDocument(SnapshotHtml.parse(result.value))
  return new Response(document, { headers: contentHeaders('snapshot', 'text/html; charset=utf-8', 'none') })
}

async function asset({ readAsset }: ContentOptions, name: string | undefined): Promise<Response> {
  const id = AssetId.safeParse(name)
  const bytes = id.success ? await readAsset(id.data) : null
  const mediaType = bytes === null ? null : pictureType(bytes)
  if (bytes === null || mediaType === null) return notFound()
  return new Response(new Uint8Array(bytes), { headers: contentHeaders(policyOf(mediaType), mediaType, 'immutable') })
}

/** A drawing has styles of its own, and may do no more than show itself. */
function policyOf(mediaType: string): 'asset' | 'drawing' {
  return mediaType === 'image/svg+xml' ? 'drawing' : 'asset'
}

/** `/print/article/<ArticleId>`, `/print/articles?ids=<ArticleId>,…` and `/print/topic/<TopicId>`: a document that is shown, printed, and needs nothing else. */
async function printed(
  { call }: ContentOptions,
  kind: string | undefined,
  id: string | undefined,
  asked: URLSearchParams,
): Promise<Response> {
  const ids = asked.get('ids')?.split(',') ?? []
  const scope = { kind, id, ids, by: asked.get('by') ?? 'article', style: asked.get('style') ?? 'apa' }
  const result = await call('outputs.page', { scope })
  if (!result.ok) return plain(result.error.code === 'not-found' ? 404 : 503, result.error.message)
  const { html } = z.object({ html: z.string() }).parse(result.value)
  return new Response(html, { headers: contentHeaders('print', 'text/html; charset=utf-8', 'none') })
}

/** `/archives/<ArchiveId>/page` and `/file`, with the entry's path as a query: a page made safe, or an image of one. */
async function archive(
  { call }: ContentOptions,
  name: string | undefined,
  what: string | undefined,
  path: string | null,
): Promise<Response> {
  const id = ArchiveId.safeParse(name)
  if (!id.success || path === null || (what !== 'page' && what !== 'file')) return notFound()
  const result = await call(`archives.${what}`, { id: id.data, path })
  if (!result.ok) return plain(result.error.code === 'not-found' ? 404 : 503, result.error.message)
  if (what === 'page') {
    const document = snapshotDocument(SnapshotHtml.parse(result.value))
    return new Response(document, { headers: contentHeaders('snapshot', 'text/html; charset=utf-8', 'none') })
  }
  const bytes = Bytes.parse(result.value)
  const mediaType = pictureType(bytes)
  return mediaType === null
    ? notFound()
    : new Response(bytes, { headers: contentHeaders(policyOf(mediaType), mediaType, 'none') })
}

async function appFile(folder: string, pathname: string): Promise<Response> {
  const file = fileWithin(folder, pathname === '/' ? '/index.html' : pathname)
  if (file === null) return notFound()
  try {
    const bytes = await readFile(file)
    const caching = pathname.startsWith('/app/') ? 'immutable' : 'none'
    return new Response(new Uint8Array(bytes), { headers: contentHeaders('app', mediaTypeOfFile(file), caching) })
  } catch {
    return notFound()
  }
}

/**
 * The path of a file inside a folder that a URL path names, or null when it names something outside or something that no
 * file of ours is called. `startsWith` would take `/folder-evil` for `/folder`, so the resolved paths are compared.
 */
export function fileWithin(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!/^(?:\/[\w.@ -]+)+$/u.test(decoded)) return null
  const file = resolve(folder, join('.', decoded))
  const inside = relative(resolve(folder), file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}

async function fromDevServer(server: string, path: string, request: Request): Promise<Response> {
  const accept = request.headers.get('accept') ?? '*/*'
  const answer = await fetch(new URL(server).origin + path, { headers: { accept } })
  const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream'
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: contentHeaders('development', mediaType, 'none'),
  })
}

function notFound(): Response {
  return plain(404, 'There is nothing here.')
}

function plain(status: number, message: string): Response {
  return new Response(message, { status, headers: contentHeaders('asset', 'text/plain; charset=utf-8', 'none') })
}
