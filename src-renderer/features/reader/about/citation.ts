import type { Article } from '@shared/domain/article'
import type { Licence, SnapshotLicence } from '@shared/domain/snapshot'

/** Dates of articles as precise as the source was. */
export function readableDate(iso: string): string {
  if (/^\d{4}$/u.test(iso)) return iso
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  if (/^\d{4}-\d{2}$/u.test(iso)) {
    return date.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  }
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** A day a person did something on, in their own time. */
export const readableDay = (ms: number): string =>
  new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** A quote with where it is from: author, title, section, site, date, licence and address, as far as they are known. */
export function citedQuote(quote: string, article: Article, section: string | null, licence: Licence | null): string {
  const source = [
    article.byline,
    `“${article.title}”`,
    section,
    article.siteName,
    article.publishedAt && readableDate(article.publishedAt),
    licence?.name,
    article.sourceUrl,
  ]
  return `“${quote.replace(/\s+/gu, ' ')}”\n— ${source.filter((part) => part !== null && part !== '').join(', ')}`
}

/** The line that credits a source under its licence. */
export function creditLine(article: Article, licence: SnapshotLicence): string {
  const parts = [
    `“${article.title}”`,
    article.byline ? `by ${article.byline}` : licence.authorsUrl && `by its authors (${licence.authorsUrl})`,
    article.siteName,
    article.sourceUrl,
    licence.name ? `licensed under ${licence.name}` : licence.statement,
    licence.url,
  ]
  const credit = `${parts.filter((part) => part !== null && part !== '').join(', ')}.`
  return licence.changes === null ? credit : `${credit} ${licence.changes}`
}
