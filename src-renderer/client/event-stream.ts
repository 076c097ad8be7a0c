/** How long to wait before listening again after the connection broke, in ms; doubled up to the longest. */
const RETRY_MS = { first: 500, longest: 15_000 }

/**
 * Hears the web host's events (NDJSON; empty lines are heartbeats) and keeps listening when the connection breaks. What
 * happened before a connection is unknown, so each one, the first included, is itself an event: `host.connected`.
 * @returns the function that stops listening
 */
export function listenToEvents(
  url: string,
  headers: Readonly<Record<string, string>>,
  listener: (event: unknown) => void,
): () => void {
  const stop = new AbortController()
  void keepListening(url, headers, listener, stop.signal)
  return () => stop.abort()
}

async function keepListening(
  url: string,
  headers: Readonly<Record<string, string>>,
  listener: (event: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let wait = RETRY_MS.first
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { headers, signal })
      if (response.status === 401) return
      if (response.ok && response.body !== null) {
        wait = RETRY_MS.first
        listener({ name: 'host.connected' })
        await readLines(response.body, (line) => listener(JSON.parse(line)))
      }
    } catch {
      // Broken or refused connection: listen again below.
    }
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, wait))
    wait = Math.min(wait * 2, RETRY_MS.longest)
  }
}

async function readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>, hear: (line: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') hear(line)
  }
}
