import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLOSED_DOORS } from '../content-policy'

/** The largest body taken: one file of the largest size (contract/imports.ts) as base64, and what is around it. */
const MAX_BODY_BYTES = 96 * 1024 * 1024

/** Answers with text or JSON, which nobody may keep. */
export function reply(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...CLOSED_DOORS, 'content-type': mediaType, 'cache-control': 'no-store', ...headers })
  response.end(body)
}

/** Reads a whole body as UTF-8; null when it is larger than any call can be. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Sends a `Response` as Node's server does it. */
export async function send(response: ServerResponse, answer: Response, method: string): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(method === 'HEAD' ? undefined : new Uint8Array(await answer.arrayBuffer()))
}
