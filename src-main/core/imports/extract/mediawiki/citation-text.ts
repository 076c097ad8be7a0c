import { collapse } from '../../html/html-tree'
import { dateInText } from '../../metadata/date-text'

/** What the words of a reference say without any mark-up. */
export interface CitationWords {
  readonly authors: readonly string[]
  readonly title: string | null
  readonly work: string | null
  /** ISO 8601, as precise as it is written. */
  readonly date: string | null
  readonly doi: string | null
  readonly isbn: string | null
}

const QUOTED = /["“”„«「『]\s*([^"“”„«»「」『』]{3,300}?)[.,]?\s*["“”»」』]/u
/** `Ali, Imtiaz (25 July 2024).` */
const AUTHORS_DATE = /^(\p{Lu}[^"“”„«»()]{2,200}?)\s*\(((?:[^()]*\D)?\d{4}(?:\D[^()]*)?)\)[.,:]?\s*/u
/** Parts that are neither a work nor a publisher. */
const APPARATUS =
  /^(?:archived|retrieved|accessed|pp?\.|vol|no\.|isbn|issn|doi|oclc|s2cid|pmid|jstor|bibcode|arxiv|ed\.|in |\(|abgerufen|consult|https?:)/iu

/** Reads a reference that is written in the manner of Wikipedia's citation templates: authors (date). "Title". Work. */
export function citationInText(text: string): CitationWords {
  const quoted = QUOTED.exec(text)
  const before = quoted ? text.slice(0, quoted.index) : text
  const lead = AUTHORS_DATE.exec(before)
  const rest = quoted ? text.slice(quoted.index + quoted[0].length) : lead ? text.slice(lead[0].length) : ''
  const parts = rest
    .replace(/^[\s.,]+/u, '')
    .split(/\.\s+|\.$/u)
    .map(collapse)
    .filter((part) => part !== '')
  const title = quoted?.[1] ?? (lead ? (parts.shift() ?? null) : null)
  const work =
    parts.find(
      (part) => !APPARATUS.test(part) && !/^[\d\s–-]+$/u.test(part) && dateInText(part) === null && part.length <= 120,
    ) ?? null
  const ownDate = parts.find((part) => !APPARATUS.test(part) && part.length <= 30 && dateInText(part) !== null)
  return {
    authors: lead ? authorsIn(lead[1] ?? '') : [],
    title: title === null ? null : collapse(title),
    work: title === null ? null : work,
    date: preciseDate(lead?.[2] ?? ownDate ?? null),
    doi: /\bdoi:\s*(10\.\d{4,9}\/\S+?)[.,;]?(?:\s|$)/iu.exec(text)?.[1] ?? null,
    isbn: /ISBN/u.test(text) ? isbnIn(text) : null,
  }
}

function authorsIn(names: string): string[] {
  const parts = names.split(/\s*;\s*|\s+&\s+/u).map(collapse)
  return parts.length <= 12 && parts.every((name) => name.split(' ').length <= 6)
    ? parts.filter((name) => name !== '')
    : []
}

/** A date as precise as it is written, ISO 8601. */
export function preciseDate(value: string | null): string | null {
  if (value === null) return null
  return /^\d{4}(?:-\d{2}){0,2}$/u.exec(value)?.[0] ?? dateInText(value) ?? /\b[12]\d{3}\b/u.exec(value)?.[0] ?? null
}

/** The first ISBN in a text, without hyphens. */
export function isbnIn(text: string): string | null {
  const written = /ISBN[\s:]*([\dXx\s–-]{10,24})/u.exec(text)?.[1] ?? text
  const digits = written.replace(/[^\dX]/giu, '').toUpperCase()
  return /^(?:97[89]\d{10}|\d{9}[\dX])/u.exec(digits)?.[0] ?? null
}
