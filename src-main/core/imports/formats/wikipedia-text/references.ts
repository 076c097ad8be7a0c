import type { Citation } from '@shared/domain/citation'
import type { Reference } from '@shared/domain/snapshot'
import { isArchive } from '../../extract/mediawiki/citation'
import { citationInText } from '../../extract/mediawiki/citation-text'
import { dateInText } from '../../metadata/date-text'

const ITEM = /^\s*(?:\[(\d{1,4})\]|(\d{1,4})[.)]|(\^))\s+(\S.*)$/u
const ARCHIVED = /Archived (?:\([^)]*\) )?(?:from the original )?(?:\([^)]*\) )?on (.{6,30})/u
const RETRIEVED = /(?:Retrieved|Accessed)(?: on)?:? (.{6,30})/iu

/** Entries of a reference list, each with its dates. Lines that begin no entry go on with the one before. */
export function readReferences(lines: readonly string[]): Reference[] {
  const items: { label: string; text: string }[] = []
  for (const line of lines) {
    const text = line.replace(/[\u00A0\s]+/gu, ' ').trim()
    if (text === '') continue
    const found = ITEM.exec(line)
    const last = items[items.length - 1]
    if (found) items.push({ label: found[1] ?? found[2] ?? String(items.length + 1), text: withoutMark(text) })
    else if (last) last.text += ` ${text}`
    else items.push({ label: '1', text })
  }
  return items.map(({ label, text }): Reference => ({
    label,
    text,
    url: /https?:\/\/[^\s<>"”]+?(?=[.,;)]*(?:\s|$))/u.exec(text)?.[0] ?? null,
    archivedAt: dateAfter(text, ARCHIVED),
    retrievedAt: dateAfter(text, RETRIEVED),
    group: null,
    citation: citationOf(text),
  }))
}

/** What an entry cites; null for a remark. */
function citationOf(text: string): Citation | null {
  const words = citationInText(text)
  if (words.title === null) return null
  const archiveUrl = (text.match(/https?:\/\/[^\s<>"”]+/gu) ?? []).find(isArchive) ?? null
  return { ...words, authors: [...words.authors], kind: null, publisher: null, archiveUrl, full: null }
}

/** Whether lines are such a list. */
export function areReferences(lines: readonly string[]): boolean {
  return lines.some((line) => ITEM.test(line))
}

function withoutMark(text: string): string {
  return text.replace(/^(?:\[\d{1,4}\]|\d{1,4}[.)]|\^)\s+/u, '').replace(/^\^\s*/u, '')
}

function dateAfter(text: string, lead: RegExp): string | null {
  return dateInText(lead.exec(text)?.[1] ?? '')
}
