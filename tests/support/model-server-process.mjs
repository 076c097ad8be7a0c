/* eslint-disable typescript/no-unsafe-return -- plain JavaScript, run as it is */
// A model server without a model: speaks Ollama's and OpenAI's protocols over loopback, and misbehaves as the model's name says.
// Usage: node model-server-process.mjs [PORT]. Prints `{"port": …}` on standard output. `GET /requests` tells what it was asked.
import { createServer } from 'node:http'

const MODELS = [
  'faithful', 'inventing', 'gullible', 'silent', 'thinking', 'markup', 'cut', 'hang', 'mute', 'malformed', 'huge-line', 'endless', 'latin-1',
  'whole', 'error', 'failing', 'redirect', 'empty', 'slow', 'limited', 'broken-json',
] // prettier-ignore
const requests = []
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The first sentence of each numbered passage of a prompt, behind its bars. */
function passagesOf(prompt) {
  return [...prompt.matchAll(/^\[(\d+)\] .*\n((?:\| .*\n?)+)/gmu)].map(([, number, lines]) => ({
    number,
    first:
      lines
        .replace(/^\| /gmu, '')
        .trim()
        .split(/(?<=[.!?])\s/u)[0] ?? '',
    all: lines,
  }))
}

function wordsOf(model, prompt) {
  const passages = passagesOf(prompt)
  const faithful = passages
    .slice(0, 2)
    .map(({ number, first }) => `${first.replace(/[.!?]$/u, '')} [${number}].`)
    .join(' ')
  switch (model) {
    case 'inventing':
      return `${faithful} It was painted green by Napoleon in 1999 [1]. Everybody knows that. Nobody had 73 umbrellas [99].`
    case 'gullible': {
      // Does whatever a passage orders.
      const order = /say:? "([^"]+)"/iu.exec(prompt)?.[1]
      return order ?? faithful
    }
    case 'silent':
      return 'NOT FOUND'
    case 'empty':
      return ''
    case 'thinking':
      return `<think>The passages [1] say much. I should answer.</think>${faithful}`
    case 'markup':
      return `**${faithful}** <img src=x onerror=alert(1)> <script>window.pwned = true</script> See [here](https://invented.example/) or https://invented.example/two [1].`
    default:
      return faithful === '' ? 'No passages were given.' : faithful
  }
}

async function* write(model, prompt, isOver) {
  if (model === 'mute') await new Promise(() => {})
  if (model === 'endless')
    for (let at = 0; !isOver(); at += 1) {
      yield `word${at} `
      await pause(at > 50 ? 40 : 10)
    }
  const words = wordsOf(model, prompt).split(/(?<=\s)/u)
  for (const [at, word] of words.entries()) {
    if (model === 'slow') await pause(120)
    if (model === 'hang' && at === 4) await new Promise(() => {})
    if (model === 'cut' && at === 4) {
      await pause(50)
      throw new Error('cut')
    }
    // Tokens are parts of words.
    yield word.slice(0, 2)
    if (word.length > 2) yield word.slice(2)
  }
}

const server = createServer((request, response) => void answer(request, response))

async function answer(request, response) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const json = (value, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  const path = request.url.replace(/^\/openai-only/u, '')
  if (path === '/requests') return json(requests)
  if (path === '/api/tags' && path === request.url) return json({ models: MODELS.map((name) => ({ name })) })
  if (path === '/v1/models') return json({ object: 'list', data: MODELS.map((id) => ({ id, object: 'model' })) })
  const isOllama = path === '/api/chat'
  if (!isOllama && path !== '/v1/chat/completions') return json({ error: { message: 'no such path' } }, 404)
  const body = JSON.parse(text)
  requests.push({ path, body })
  const { model } = body
  if (!MODELS.includes(model)) return json({ error: { message: `model '${model}' not found` } }, 404)
  if (model === 'failing') return json({ error: { message: 'out of memory' } }, 500)
  if (model === 'redirect') {
    response.writeHead(307, { location: `http://example.com${path}` })
    return response.end()
  }
  const prompt = body.messages.at(-1).content
  let isGone = false
  response.on('close', () => (isGone = true))
  const frame = (content) =>
    isOllama
      ? `${JSON.stringify({ model, message: { role: 'assistant', content }, done: false })}\n`
      : `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\r\n\r\n`
  const reason = model === 'limited' ? 'length' : 'stop'
  const end = isOllama
    ? `${JSON.stringify({ model, message: { role: 'assistant', content: '' }, done: true, done_reason: reason })}\n`
    : `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })}\n\ndata: [DONE]\n\n`
  if (model === 'whole') {
    const content = wordsOf(model, prompt)
    return json(
      isOllama
        ? { message: { role: 'assistant', content }, done: true }
        : { choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] },
    )
  }
  response.writeHead(200, { 'content-type': isOllama ? 'application/x-ndjson' : 'text/event-stream; charset=utf-8' })
  if (model === 'malformed') return response.end('<html><body>It works</body></html>\n')
  if (model === 'broken-json')
    return response.end(`${frame('Fine so far. ')}${isOllama ? '' : 'data: '}{"choices": [{"del\n\n`)
  if (model === 'error')
    return response.end(`${isOllama ? '' : 'data: '}${JSON.stringify({ error: 'model runner has stopped' })}\n\n`)
  if (model === 'huge-line') {
    while (!isGone)
      if (!response.write('x'.repeat(65_536)))
        await Promise.race([new Promise((done) => response.once('drain', done)), pause(50)])
    return undefined
  }
  if (model === 'latin-1') {
    response.write(Buffer.from(frame('Caf\u00e9 na\u00efve '), 'latin1'))
    return response.end(end)
  }
  if (!isOllama) response.write(': comments are no words\n\n')
  try {
    for await (const part of write(model, prompt, () => isGone)) {
      if (isGone) return undefined
      // Bytes of a character may come apart.
      const bytes = Buffer.from(frame(part))
      response.write(bytes.subarray(0, bytes.length - 7))
      response.write(bytes.subarray(bytes.length - 7))
    }
    response.end(end)
  } catch {
    response.destroy()
  }
  return undefined
}

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`),
)
