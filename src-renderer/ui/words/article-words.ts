import type { Article } from '@shared/domain/article'
import { FINISHED_FRACTION } from '@shared/domain/limits'

const WORDS_PER_MINUTE = 230

const KINDS: Record<Article['format'], string> = {
  html: 'Saved page',
  markdown: 'Markdown',
  text: 'Text',
  'wikipedia-text': 'Wikipedia',
  epub: 'Book',
  mhtml: 'Saved page',
  webarchive: 'Saved page',
  zim: 'ZIM archive',
  excerpts: 'From another reader',
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

/** What stands where the length of an article does when its text is not here; null when it is. */
export function missingText(article: Pick<Article, 'format' | 'sourceUrl'>): string | null {
  if (article.format !== 'excerpts') return null
  return article.sourceUrl === null ? 'Highlights only' : 'Not fetched yet'
}

/** How far one is: `Finished`, `38% of 14 min`, or `14 min` before the first reading. */
export function progressInWords(article: Pick<Article, 'progress' | 'wordCount'>): string {
  const time = minutesInWords(article.wordCount)
  const { fraction } = article.progress
  if (fraction >= FINISHED_FRACTION) return 'Finished'
  const percent = Math.round(fraction * 100)
  return percent > 0 ? `${percent}% of ${time}` : time
}

/** `1 highlight`, `3 highlights`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`
}
