import { useRef, useState } from 'react'
import type { ArticleId } from '@shared/domain/ids'
import type { Reference } from '@shared/domain/snapshot'
import { useClient } from '../../../client/client'
import type { ArticleDocument } from '../../../frame/article-document'
import { isElement } from '../../../frame/nodes'
import { openArticle } from '../../../ui/places/route'
import { openPassageLink } from '../../../ui/places/passage-link'
import { reportError } from '../../../ui/undo/perform'
import { useImportAddress } from '../../../ui/actions/use-import-address'
import { missingPage } from './missing-page'
import { toPage, type PageBox } from '../place/page-geometry'
import { useFrameEvent } from '../use-frame-event'

/** What is open beside a link. */
export type LinkCard =
  | {
      readonly kind: 'link'
      readonly at: PageBox
      readonly url: string
      /** The page did not exist when the link was saved. */
      readonly isMissing: boolean
    }
  | {
      readonly kind: 'reference'
      readonly at: PageBox
      readonly label: string
      readonly text: string
      /** What the article's list says of it, in its parts. */
      readonly reference: Reference | null
      readonly target: Element
      readonly takesFocus: boolean
    }

/** How long a pointer rests on a reference before its text opens, in milliseconds. */
const HOVER = 300

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  isElement(target) ? target.closest<HTMLAnchorElement>('a[href]') : null

/** What can be done with an address, wherever it stands. */
export interface LinkActions {
  /** Opens the article that has this address. Answers whether the library has one. */
  readonly openInside: (url: string) => Promise<boolean>
  readonly openOutside: (url: string) => Promise<void>
  /** Fetches the page into the library. */
  readonly add: (url: string) => void
}

interface LinksOptions {
  readonly article: ArticleDocument | null
  readonly references: readonly Reference[]
  /** Goes to an element of the article and shows where it is. */
  readonly onJump: (target: Element) => void
}

/** Links of an article: references open in place, articles of the library open here, all else is asked about first. */
export function useLinks({ article, references, onJump }: LinksOptions) {
  const client = useClient()
  const importAddress = useImportAddress()
  const [card, setCard] = useState<LinkCard | null>(null)
  const hover = useRef(0)

  const boxOf = (link: Element): PageBox | null => {
    const box = link.getClientRects()[0]
    return box && article ? toPage(article, box) : null
  }

  const targetOf = (link: HTMLAnchorElement): Element | null => {
    const fragment = link.getAttribute('href') ?? ''
    if (!article || !fragment.startsWith('#')) return null
    try {
      return article.document.getElementById(decodeURIComponent(fragment.slice(1)))
    } catch {
      return null
    }
  }

  function openReference(link: HTMLAnchorElement, target: Element, takesFocus: boolean): void {
    const at = boxOf(link)
    const text = (target.textContent ?? '').replace(/\s+/gu, ' ').trim()
    const number = (link.textContent ?? '').replace(/[[\]\s]/gu, '')
    if (!at || text === '') return
    setCard({
      kind: 'reference',
      at,
      label: number === '' ? 'Reference' : `Reference ${number}`,
      text,
      reference: referenceAt(target, references),
      target,
      takesFocus,
    })
  }

  async function openInside(url: string): Promise<boolean> {
    const known: ArticleId | null = url.startsWith('mailto:') ? null : await client.articles.findByUrl({ url })
    if (known) openArticle(known)
    return known !== null
  }

  async function open(link: HTMLAnchorElement): Promise<void> {
    const target = targetOf(link)
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#')) {
      if (!target) return
      const isReference = target.closest('.references, .footnotes') !== null && !link.matches('.footnote-backref')
      if (isReference) openReference(link, target, true)
      else onJump(target)
      return
    }
    const url = link.href
    if (!/^(?:https?|mailto):/u.test(url)) return
    if (await openInside(url)) return
    const at = boxOf(link)
    const missing = missingPage(url)
    if (at) setCard({ kind: 'link', at, url: missing ?? url, isMissing: missing !== null })
  }

  useFrameEvent(article, 'click', (event) => {
    const link = linkOf(event.target)
    if (!link) {
      setCard(null)
      return
    }
    event.preventDefault()
    window.clearTimeout(hover.current)
    // Words of a link were selected, not pressed.
    if (article?.document.getSelection()?.isCollapsed === false) return
    void open(link).catch(reportError)
  })
  useFrameEvent(article, 'auxclick', (event) => {
    if (linkOf(event.target)) event.preventDefault()
  })
  useFrameEvent(article, 'mouseover', (event) => {
    window.clearTimeout(hover.current)
    const link = linkOf(event.target)
    const target = link && targetOf(link)
    if (!link || !target?.closest('.references, .footnotes') || link.matches('.footnote-backref')) return
    hover.current = window.setTimeout(() => openReference(link, target, false), HOVER)
  })
  useFrameEvent(article, 'mouseout', () => window.clearTimeout(hover.current))

  const openOutside = async (url: string) => {
    if (!openPassageLink(url)) await client.host.openExternal({ url }).catch(reportError)
  }

  return {
    card,
    close: () => setCard(null),
    openInside: (url: string) =>
      openInside(url).catch((error: unknown) => {
        reportError(error)
        return true
      }),
    openOutside,
    add: (url: string) => {
      setCard(null)
      importAddress(url)
    },
  }
}

/** Entries of the frame's lists and of what is known stand in the same order; null when their numbers differ. */
function referenceAt(target: Element, references: readonly Reference[]): Reference | null {
  const item = target.closest('li')
  const items = [...target.ownerDocument.querySelectorAll('.references > li')]
  return item && items.length === references.length ? (references[items.indexOf(item)] ?? null) : null
}
