import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { LecternError, type ErrorData } from '@shared/contract/errors'
import { MAX_FILE_BYTES } from '@shared/contract/imports'
import { escapeHtml } from '../core/imports/formats/escape-html'
import type { ReadArticle, ReadSource } from '../core/imports/reading/read-source'
import { standInAddress } from '../core/imports/images/stand-in'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { htmlToMarkdown } from './html-to-markdown'
import { openPool } from './open'

/** How many sources are under way at once with --jsonl; answers keep the order of the lines. */
const AHEAD = 4

export const extractCommand: Command = {
  name: 'extract',
  summary: 'read one article without a library',
  help: `Usage: lectern extract [options] <file or ->
       lectern extract --jsonl < lines

Finds the article in a file, or in standard input when the file is "-", and writes it out. Images keep their
addresses; nothing is fetched.

  --json         title, byline, dates, language, licence, text, html and more as JSON; the default
  --html         the article's sanitised HTML
  --text         its plain text
  --markdown     its Markdown
  --url ADDRESS  where it came from, for links within it
  --jsonl        read lines such as {"file": "a.html", "url": "https://…"} from standard input and answer each
                 with a line of JSON: {"file": …, "title": …} or {"file": …, "error": {"code": …, "message": …}}
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        jsonl: { type: 'boolean' },
        json: { type: 'boolean' },
        html: { type: 'boolean' },
        text: { type: 'boolean' },
        markdown: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    const formats = (['json', 'html', 'text', 'markdown'] as const).filter((format) => values[format] === true)
    if (formats.length > 1) throw new UsageError('Choose one of --json, --html, --text and --markdown.')
    const pool = openPool()
    try {
      if (values.jsonl === true) {
        if (positionals.length > 0) throw new UsageError('With --jsonl the files are named on standard input.')
        return await extractLines(pool.readSource, io)
      }
      const [file, ...more] = positionals
      if (file === undefined || more.length > 0) throw new UsageError('Name one file, or - for standard input.')
      const article = await read(pool.readSource, file, addressOf(values.url), io.stdin)
      io.out(show(article, formats[0] ?? 'json'))
      return ExitCode.ok
    } finally {
      await pool.close()
    }
  },
}

const Line = z.object({ file: z.string().min(1), url: z.string().nullish() })

async function extractLines(readSource: ReadSource, io: Io): Promise<ExitCode> {
  const under: Promise<{ line: string; ok: boolean }>[] = []
  let code: ExitCode = ExitCode.ok
  const answerFirst = async (): Promise<void> => {
    const answer = await under.shift()
    if (answer === undefined) return
    io.out(answer.line)
    if (!answer.ok) code = ExitCode.failed
  }
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    under.push(extractLine(readSource, line, io.stdin))
    if (under.length >= AHEAD) await answerFirst()
  }
  while (under.length > 0) await answerFirst()
  return code
}

async function extractLine(
  readSource: ReadSource,
  line: string,
  stdin: Readable,
): Promise<{ line: string; ok: boolean }> {
  const request = Line.safeParse(parseJson(line))
  if (!request.success) {
    const error = { code: 'invalid-call', message: 'A line is a JSON object with a "file" and perhaps a "url".' }
    return { line: jsonLine({ file: null, error }), ok: false }
  }
  const { file, url } = request.data
  try {
    return {
      line: jsonLine({ file, ...describe(await read(readSource, file, addressOf(url ?? undefined), stdin)) }),
      ok: true,
    }
  } catch (error) {
    return { line: jsonLine({ file, error: asErrorData(error) }), ok: false }
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function addressOf(url: string | undefined): string | null {
  if (url === undefined || url === '') return null
  if (!z.url({ protocol: /^https?$/u }).safeParse(url).success)
    throw new UsageError('--url is an http or https address.')
  return url
}

async function read(readSource: ReadSource, file: string, url: string | null, stdin: Readable): Promise<ReadArticle> {
  const bytes = new Uint8Array(file === '-' ? await buffer(stdin) : await readBytes(file))
  const name = file === '-' ? '' : basename(file)
  const article = await readSource({
    bytes,
    name,
    format: 'auto',
    via: 'file',
    url,
    contentType: null,
    folder: null,
    standIns: true,
  })
  return { ...article, html: withAddresses(article) }
}

/** Nothing is stored, so images keep the addresses that they have on the web. */
function withAddresses({ html, assets }: ReadArticle): string {
  const addresses = new Map(assets.map(({ id, bytes }): [string, string | null] => [id, standInAddress(bytes)]))
  return html.replace(/\/assets\/([\da-f]{64})/gu, (whole, id: string) => {
    const address = addresses.get(id) ?? null
    return address === null ? whole : escapeHtml(address)
  })
}

async function readBytes(file: string): Promise<Buffer> {
  const { size } = await stat(file)
  if (size > MAX_FILE_BYTES) {
    throw new LecternError(
      'too-large',
      `${file} has more than ${MAX_FILE_BYTES / 1024 / 1024} MB, the most a file may have.`,
    )
  }
  return readFile(file)
}

function show(article: ReadArticle, format: 'json' | 'html' | 'text' | 'markdown'): string {
  switch (format) {
    case 'json':
      return jsonLine(describe(article))
    case 'html':
      return endLine(article.html)
    case 'text':
      return endLine(article.text)
    case 'markdown':
      return htmlToMarkdown(article.html)
  }
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

/** What an extraction says: the article without the bytes of its images and what only search wants. */
function describe(
  article: ReadArticle,
): Omit<ReadArticle, 'assets' | 'passages' | 'images'> & { readonly images: number } {
  const { assets, passages, images, ...rest } = article
  void passages
  void images
  return { ...rest, images: assets.length }
}

function asErrorData(error: unknown): ErrorData {
  if (error instanceof LecternError) return error.toData()
  if (error instanceof UsageError) return { code: 'invalid-call', message: 'The url is not an http or https address.' }
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return { code: 'not-found', message: 'There is no such file.' }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}
