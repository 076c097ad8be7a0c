/** How asking a model server went wrong. */
export type FailureReason =
  /** An address of its host is not this computer, and nobody agreed to that. */
  | 'not-local'
  | 'not-found'
  | 'refused'
  | 'redirect'
  | 'no-connection-in-time'
  | 'no-word-in-time'
  | 'stalled'
  | 'too-long'
  | 'cut'
  | 'malformed'
  | 'too-large'
  /** It answered with an error; `said` is what. */
  | 'error'
  | 'network'

/** Asking a model server failed. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  constructor(
    readonly reason: FailureReason,
    /** What the server said, or the addresses of its host. */
    readonly said = '',
  ) {
    super(said === '' ? reason : `${reason}: ${said}`)
  }
}

/** What a person is told. */
export function failureWords({ reason, said }: ModelFailure, origin: string): string {
  switch (reason) {
    case 'not-local':
      return `${origin} is not on this computer, and you have not agreed that questions and passages go there. Settings → Ask asks you.`
    case 'not-found':
      return `There is no server named ${origin}. Check its address in Settings → Ask.`
    case 'refused':
      return `Nothing answers at ${origin}. Start the model server, or check its address in Settings → Ask.`
    case 'redirect':
      return `${origin} leads to another address. Lectern does not follow it: set the right one in Settings → Ask.`
    case 'no-connection-in-time':
      return `${origin} did not answer in time. Check that the model server runs.`
    case 'no-word-in-time':
      return `The model at ${origin} did not begin to write in time. It may still be loading: ask again.`
    case 'stalled':
      return `The model at ${origin} stopped in the middle of its answer.`
    case 'too-long':
      return 'The model did not come to an end, and was stopped.'
    case 'cut':
      return `${origin} ended in the middle of its answer.`
    case 'malformed':
      return `${origin} answered in a way that Lectern does not understand. Check that it is an Ollama or OpenAI-compatible server.`
    case 'too-large':
      return `${origin} sent more than an answer can be, and was stopped.`
    case 'error':
      return `${origin} reports: ${said === '' ? 'an error' : said}`
    case 'network':
      return `The connection to ${origin} failed${said === '' ? '' : ` (${said})`}.`
  }
}
