import { type Document, type Parent, isElement, isText } from '../html/html-tree'
import { PageAttribute, PageElement, PageParent, PageText } from './node'

/** A page as Readability is given it. */
export class PageDocument extends PageParent {
  readonly nodeType = 9
  readonly tagName = undefined
  /** Tells Readability that elements are renamed in place. */
  readonly __JSDOMParser__ = true
  readonly title = ''
  readonly baseURI = ''
  readonly documentURI = ''

  get documentElement(): PageElement | null {
    return this.firstElementChild
  }
  get body(): PageElement | null {
    return this.documentElement?.children.find(({ localName }) => localName === 'body') ?? null
  }
  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase(), [])
  }
  createTextNode(text: string): PageText {
    return new PageText(text)
  }
}

/** Copies a page, so that what Readability does to it leaves the tree as it is. */
export function pageDocument(page: Document): PageDocument {
  const document = new PageDocument()
  const pending: { readonly from: Parent; readonly to: PageParent }[] = [{ from: page, to: document }]
  for (let task = pending.pop(); task !== undefined; task = pending.pop()) {
    for (const node of task.from.childNodes) {
      if (isText(node)) task.to.appendChild(new PageText(node.value))
      else if (isElement(node)) {
        const attributes = node.attrs.map(({ name, value }) => new PageAttribute(name, value))
        const element = new PageElement(node.tagName, attributes)
        task.to.appendChild(element)
        pending.push({ from: node, to: element })
      }
    }
  }
  return document
}
