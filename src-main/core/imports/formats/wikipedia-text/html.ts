import type { Reference } from '@shared/domain/snapshot'
import { escapeHtml } from '../escape-html'
import { inlineHtml } from '../plain-text/inline'
import type { Head } from './head'
import type { InfoboxRow } from './infobox'
import { isHatnote } from './sections'

/** An infobox as a table, one row for each fact. */
export function infoboxHtml({ caption, rows }: Head['infobox']): string {
  if (rows.length === 0) return ''
  const title = caption === null ? '' : `<caption>${escapeHtml(caption)}</caption>`
  return `<table class="infobox">${title}<tbody>${rows.map(rowHtml).join('')}</tbody></table>`
}

function rowHtml({ label: own, value, group }: InfoboxRow): string {
  const label = group === null ? own : `${group}: ${own}`
  return value === null
    ? `<tr><th colspan="2">${escapeHtml(label)}</th></tr>`
    : `<tr><th scope="row">${escapeHtml(label)}</th><td>${inlineHtml(value)}</td></tr>`
}

/** References as a list whose numbers are those of the source. */
export function referencesHtml(references: readonly Reference[], taken: Set<string>): string {
  const items = references.map(({ label, text }, at) => {
    const value = Number(label) === at + 1 || !/^\d+$/u.test(label) ? '' : ` value="${label}"`
    const id = taken.has(label) ? '' : ` id="ref-${escapeHtml(label)}"`
    taken.add(label)
    return `<li${id}${value}>${inlineHtml(text)}</li>`
  })
  return `<ol class="references">${items.join('')}</ol>`
}

/** A paragraph or a list of the text. `[1]` leads to the reference of that number where there is one. */
export function blockHtml(lines: readonly string[], labels: ReadonlySet<string>): string {
  const item = /^\s*(?:[-*•‣·]|(\d{1,3})[.)])\s+(.*)$/u
  if (lines.every((line) => item.test(line))) {
    const entries = lines.map((line) => `<li>${textHtml(item.exec(line)?.[2] ?? '', labels)}</li>`)
    const tag = item.exec(lines[0] ?? '')?.[1] === undefined ? 'ul' : 'ol'
    return `<${tag}>${entries.join('')}</${tag}>`
  }
  return lines
    .map((line) => `<p${isHatnote(line) ? ' class="hatnote"' : ''}>${textHtml(line.trim(), labels)}</p>`)
    .join('\n')
}

/** Lines as entries of a list. */
export function listHtml(lines: readonly string[], labels: ReadonlySet<string>): string {
  const entries = lines.map((line) => line.replace(/^\s*(?:[-*•‣·]|\d{1,3}[.)])\s+/u, '').trim())
  return `<ul>${entries.map((entry) => `<li>${textHtml(entry, labels)}</li>`).join('')}</ul>`
}

function textHtml(text: string, labels: ReadonlySet<string>): string {
  return inlineHtml(text).replace(/\[(\d{1,4})\]/gu, (mark, label: string) =>
    labels.has(label) ? `<sup><a href="#ref-${label}">${mark}</a></sup>` : mark,
  )
}
