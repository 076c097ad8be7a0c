import { type Element, attr, elements, removeAttr, setAttr } from '../../html/html-tree'
import type { Chapter } from './chapters'
import { fragmentOf, insideOf, sameFile } from '../package-path'

/** Finds places of a book in the one text that its chapters become. */
export interface Places {
  /** The id in the text of what an address inside the book names; null when that is no part of the text. */
  idOf(url: URL): string | null
  /** The element with an id of the text. */
  elementOf(id: string): Element | null
}

/**
 * Makes one text's ids and links of those of many documents: ids get their chapter's number, so that none is there twice, and links
 * between chapters become links within the text. Links to other files of the book lose their address and keep their words.
 */
export function joinChapters(chapters: readonly Chapter[]): Places {
  const byUrl = new Map<string, Chapter>()
  // Of a document that is there twice, links mean the first.
  for (const chapter of chapters)
    for (const url of chapter.urls) if (!byUrl.has(sameFile(url))) byUrl.set(sameFile(url), chapter)
  const byId = new Map<string, Element>()
  for (const { number, content } of chapters) {
    setAttr(content, 'id', `c${number}`)
    byId.set(`c${number}`, content)
    for (const element of elements(content)) {
      const id =
        attr(element, 'id') ?? attr(element, 'xml:id') ?? (element.tagName === 'a' ? attr(element, 'name') : null)
      if (id === null) continue
      removeAttr(element, 'name')
      const own = `c${number}-${id.trim()}`
      if (byId.has(own)) removeAttr(element, 'id')
      else {
        setAttr(element, 'id', own)
        byId.set(own, element)
      }
    }
  }
  const idOf = (url: URL): string | null => {
    const chapter = byUrl.get(sameFile(url.href))
    if (chapter === undefined) return null
    const id = `c${chapter.number}-${fragmentOf(url)}`
    return byId.has(id) ? id : `c${chapter.number}`
  }
  for (const { content, base } of chapters) {
    for (const link of elements(content, 'a')) {
      const href = attr(link, 'href')
      const url = href === null ? null : insideOf(href, base)
      if (url === null) continue
      const id = idOf(url)
      if (id === null) removeAttr(link, 'href')
      else setAttr(link, 'href', `#${id}`)
    }
  }
  return { idOf, elementOf: (id) => byId.get(id) ?? null }
}
