import temml from 'temml'
import type { BlockContent, PhrasingContent } from '../../mdast'
import { escapeHtml } from './escape'

/** Addresses that a link may lead to. */
const LINKED = /^(?:https?:|mailto:|lectern:\/\/open\/)/iu

/** What stands in Markdown as HTML, and what it is here, where the page's policy refuses style attributes. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['<br>', '<sup>', '</sup>', '<sub>', '</sub>', '<u>', '</u>', '</span>'].map((one) => [one, one]),
  ),
  '<span style="font-variant: small-caps">': '<span class="small-caps">',
}

/** Markdown nodes as HTML. Text stays text: nothing in it is read as markup. `srcOf` gives a picture's address, or null to leave it out. */
export function nodesToHtml(nodes: readonly BlockContent[], srcOf: (url: string) => string | null): string {
  const inline = (children: readonly PhrasingContent[]): string => children.map(phrase).join('')
  const blocks = (children: readonly BlockContent[], isTight = false): string =>
    children.map((child) => block(child, isTight)).join('')

  function phrase(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
      case 'raw':
        return escapeHtml(node.value)
      case 'strong':
        return `<strong>${inline(node.children)}</strong>`
      case 'emphasis':
        return `<em>${inline(node.children)}</em>`
      case 'delete':
        return `<del>${inline(node.children)}</del>`
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`
      case 'inlineMath':
        return formula(node.value, false)
      case 'break':
        return '<br>'
      case 'html':
        return ELEMENTS[node.value] ?? escapeHtml(node.value)
      case 'link':
        return LINKED.test(node.url)
          ? `<a href="${escapeHtml(node.url)}">${inline(node.children)}</a>`
          : inline(node.children)
      case 'image': {
        const src = srcOf(node.url)
        const alt = escapeHtml(node.alt ?? '')
        return src === null ? alt : `<img src="${escapeHtml(src)}" alt="${alt}">`
      }
      case 'footnoteReference':
      case 'imageReference':
      case 'linkReference':
        return ''
      case 'highlight':
        return `<mark>${inline(node.children)}</mark>`
    }
  }

  function block(node: BlockContent, isTight: boolean): string {
    switch (node.type) {
      case 'paragraph':
        return isTight ? inline(node.children) : `<p>${inline(node.children)}</p>`
      case 'heading':
        return `<h${node.depth}>${inline(node.children)}</h${node.depth}>`
      case 'blockquote':
        return `<blockquote>${blocks(node.children)}</blockquote>`
      case 'code':
        return `<pre><code>${escapeHtml(node.value)}</code></pre>`
      case 'thematicBreak':
        return '<hr>'
      case 'math':
        return `<p>${formula(node.value, true)}</p>`
      case 'list': {
        const items = node.children.map(({ children, checked }) => {
          const box = checked == null ? '' : checked ? '☑ ' : '☐ '
          return `<li>${box}${blocks(children, node.spread !== true)}</li>`
        })
        const start = node.ordered === true && node.start != null && node.start !== 1 ? ` start="${node.start}"` : ''
        return node.ordered === true ? `<ol${start}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`
      }
      case 'table': {
        const rows = node.children.map(({ children }, at) => {
          const tag = at === 0 ? 'th' : 'td'
          return `<tr>${children.map((cell) => `<${tag}>${inline(cell.children)}</${tag}>`).join('')}</tr>`
        })
        return `<table>${rows.join('')}</table>`
      }
      default:
        return ''
    }
  }
  return blocks(nodes)
}

/** TeX as MathML; what is no TeX as code. */
function formula(tex: string, isBlock: boolean): string {
  try {
    const options = { displayMode: isBlock, throwOnError: true, trust: false, maxExpand: 500 }
    // Colours and sizes would be style attributes, which the page's policy refuses.
    return temml.renderToString(tex, options).replace(/ style="[^"]*"/gu, '')
  } catch {
    return `<code>${escapeHtml(tex)}</code>`
  }
}
