import { removeFrom } from '../cleaning/remove-from'
import { shownBy } from './style'

/** Longer texts are put together anew each time they are asked for, so that a deep page does not fill memory with copies. */
const REMEMBERED_CHARACTERS = 20_000

/**
 * The part of the DOM that Readability uses, and no more. Siblings are linked, lists of children are kept up to date as the DOM's
 * are, and an element remembers its text until something below it changes: Readability asks for it over and over.
 */
abstract class PageNode {
  parentNode: PageParent | null = null
  previousSibling: PageChild | null = null
  nextSibling: PageChild | null = null
  abstract readonly textContent: string

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling
    while (node !== null && node.nodeType !== 1) node = node.nextSibling
    return node
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node !== null && node.nodeType !== 1) node = node.previousSibling
    return node
  }
}

export class PageText extends PageNode {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly TEXT_NODE = 3
  /** Never there; Readability asks any node for it. */
  readonly tagName = undefined

  constructor(readonly textContent: string) {
    super()
  }

  get childNodes(): readonly PageChild[] {
    return []
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  cloneNode(): PageText {
    return new PageText(this.textContent)
  }
}

/** An attribute; Readability copies them by `cloneNode`. */
export class PageAttribute {
  constructor(
    readonly name: string,
    public value: string,
  ) {}

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value)
  }
}

/** What may have children: an element or the document. */
export abstract class PageParent extends PageNode {
  firstChild: PageChild | null = null
  lastChild: PageChild | null = null
  #childNodes: PageChild[] | null = null
  #children: PageElement[] | null = null
  #text: string | null = null

  get childNodes(): readonly PageChild[] {
    if (this.#childNodes === null) {
      this.#childNodes = []
      for (let node = this.firstChild; node !== null; node = node.nextSibling) this.#childNodes.push(node)
    }
    return this.#childNodes
  }

  get children(): readonly PageElement[] {
    if (this.#children === null) {
      this.#children = []
      for (let node = this.firstElementChild; node !== null; node = node.nextElementSibling) this.#children.push(node)
    }
    return this.#children
  }

  get firstElementChild(): PageElement | null {
    let node = this.firstChild
    while (node !== null && node.nodeType !== 1) node = node.nextSibling
    return node
  }

  get textContent(): string {
    if (this.#text !== null) return this.#text
    let text = ''
    for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent
    if (text.length <= REMEMBERED_CHARACTERS) this.#text = text
    return text
  }

  appendChild<Child extends PageChild>(node: Child): Child {
    node.parentNode?.removeChild(node)
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild === null) this.firstChild = node
    else this.lastChild.nextSibling = node
    this.lastChild = node
    this.#childNodes?.push(node)
    if (node.nodeType === 1) this.#children?.push(node)
    this.#forgetText()
    return node
  }

  removeChild<Child extends PageChild>(node: Child): Child {
    const { previousSibling, nextSibling } = node
    if (previousSibling === null) this.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) this.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    if (this.#childNodes !== null) removeFrom(this.#childNodes, node)
    if (this.#children !== null && node.nodeType === 1) removeFrom(this.#children, node)
    node.parentNode = node.previousSibling = node.nextSibling = null
    this.#forgetText()
    return node
  }

  replaceChild(node: PageChild, old: PageChild): PageChild {
    node.parentNode?.removeChild(node)
    node.parentNode = this
    node.previousSibling = old.previousSibling
    node.nextSibling = old.nextSibling
    if (node.previousSibling === null) this.firstChild = node
    else node.previousSibling.nextSibling = node
    if (node.nextSibling === null) this.lastChild = node
    else node.nextSibling.previousSibling = node
    old.parentNode = old.previousSibling = old.nextSibling = null
    this.#childNodes = null
    this.#children = null
    this.#forgetText()
    return old
  }

  getElementsByTagName(name: string): PageElement[] {
    const found: PageElement[] = []
    for (let at = next(this, this); at !== null; at = next(at, this))
      if (name === '*' || at.localName === name) found.push(at)
    return found
  }

  /** For lists of tag names, as Readability asks for them. */
  querySelectorAll(names: string): PageElement[] {
    if (!names.includes(',')) return this.getElementsByTagName(names.toLowerCase())
    const wanted = namesOf(names)
    const found: PageElement[] = []
    for (let at = next(this, this); at !== null; at = next(at, this)) if (wanted.has(at.localName)) found.push(at)
    return found
  }

  /** An element that has forgotten its text has no ancestor that remembers one. */
  #forgetText(): void {
    if (this.#text === null) return
    this.#text = null
    for (let at = this.parentNode; at !== null && at.#text !== null; at = at.parentNode) at.#text = null
  }
}

export class PageElement extends PageParent {
  readonly nodeType = 1
  readonly ELEMENT_NODE = 1
  readonly TEXT_NODE = 3
  /** Readability renames elements by setting both names. */
  tagName: string

  constructor(
    public localName: string,
    readonly attributes: PageAttribute[],
  ) {
    super()
    this.tagName = localName.toUpperCase()
  }

  get nodeName(): string {
    return this.tagName
  }
  get className(): string {
    return this.getAttribute('class') ?? ''
  }
  set className(value: string) {
    this.setAttribute('class', value)
  }
  get id(): string {
    return this.getAttribute('id') ?? ''
  }
  set id(value: string) {
    this.setAttribute('id', value)
  }
  get src(): string {
    return this.getAttribute('src') ?? ''
  }
  get srcset(): string {
    return this.getAttribute('srcset') ?? ''
  }
  get style(): { readonly display: string; readonly visibility: string } {
    return shownBy(this.getAttribute('style'))
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value
    return null
  }
  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }
  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((attribute) => attribute.name === name)
    if (known === undefined) this.attributes.push(new PageAttribute(name, value))
    else known.value = value
  }
  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value)
  }
  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name)
    if (at >= 0) this.attributes.splice(at, 1)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  cloneNode(): PageElement {
    const copy = new PageElement(
      this.localName,
      this.attributes.map((attribute) => attribute.cloneNode()),
    )
    for (let node = this.firstChild; node !== null; node = node.nextSibling) copy.appendChild(node.cloneNode())
    return copy
  }

  /** Not a string: Readability keeps what stands in the body only to put it back. */
  get innerHTML(): unknown {
    return this.cloneNode()
  }
  set innerHTML(kept: unknown) {
    while (this.firstChild !== null) this.removeChild(this.firstChild)
    if (!(kept instanceof PageElement)) return
    for (let node = kept.firstChild; node !== null; node = node.nextSibling) this.appendChild(node.cloneNode())
  }
}

export type PageChild = PageElement | PageText

/** The element behind `at` in document order, below `root`. */
function next(at: PageParent, root: PageParent): PageElement | null {
  const first = at.firstElementChild
  if (first !== null) return first
  for (let up: PageParent | null = at; up !== null && up !== root; up = up.parentNode) {
    const sibling = up.nextElementSibling
    if (sibling !== null) return sibling
  }
  return null
}

const NAMES = new Map<string, ReadonlySet<string>>()

/** There are only as many lists as Readability has in its code. */
function namesOf(list: string): ReadonlySet<string> {
  const known = NAMES.get(list)
  if (known !== undefined) return known
  const names = new Set(list.toLowerCase().split(','))
  NAMES.set(list, names)
  return names
}
