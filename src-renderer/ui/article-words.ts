import type { Article } from '@shared/domain/article'

const WORDS_PER_MINUTE = 230
/** From here on an article counts as finished: the last lines are often references. */
const FINISHED = 0.98

const KINDS: Record<Article['format'], string> = {
  html: 'Saved page',
  markdown: 'Markdown',
  text: 'Text',
  'wikipedia-text': 'Wikipedia',
  epub: 'Book',
  mhtml: 'Saved page',
  webarchive: 'Saved page',
  zim: 'ZIM archive',
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : url
}

/** Where an article is from, in a word or two: its site, else the host of its address, else its kind. */
export function sourceName(article: Pick<Article, 'siteName' | 'sourceUrl' | 'format'>): string {
  if (article.siteName) return article.siteName
  return article.sourceUrl ? host(article.sourceUrl) : KINDS[article.format]
}

/** Minutes of reading as people say them: `9 min`, `3 h 10 min`. At least one minute. */
export function minutesInWords(words: number): string {
  const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE))
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** How far one is: `Finished`, `38% of 14 min`, or `14 min` before the first reading. */
export function progressInWords(article: Pick<Article, 'progress' | 'wordCount'>): string {
  const time = minutesInWords(article.wordCount)
  const { fraction } = article.progress
  if (fraction >= FINISHED) return 'Finished'
  const percent = Math.round(fraction * 100)
  return percent > 0 ? `${percent}% of ${time}` : time
}

/** `1 highlight`, `3 highlights`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`
}
