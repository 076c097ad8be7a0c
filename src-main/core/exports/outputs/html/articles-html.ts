import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5'
import type { ArticleOutput } from '../article-output'
import { articleBody } from './article-html'
import { escapeHtml } from './escape'
import type { PictureData } from './inline-pictures'
import { htmlPage } from './page'

/** Several articles as one HTML document that needs nothing else: a list of them, then each, on paper from a page of its own. */
export async function articlesHtml(title: string, all: readonly ArticleOutput[], dataOf: PictureData): Promise<string> {
  const parts: string[] = []
  for (const [at, one] of all.entries()) {
    const { direction, language } = one.article
    const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
    const body = withOwnIds(await articleBody(one, dataOf), `${at + 1}-`)
    parts.push(`<section class="article" id="article-${at + 1}"${lang} dir="${direction}">\n${body}\n</section>`)
  }
  const list = all.map(({ article }, at) => `<li><a href="#article-${at + 1}" dir="auto">${escapeHtml(article.title)}</a></li>`) // prettier-ignore
  const head = `<header><h1>${escapeHtml(title)}</h1>\n<ol>\n${list.join('\n')}\n</ol></header>`
  return htmlPage({ title, language: null, direction: 'ltr', body: [head, ...parts].join('\n') })
}

/** Attributes that hold one id or several. */
const IDS: ReadonlySet<string> = new Set(['id', 'name', 'for', 'headers', 'aria-labelledby', 'aria-describedby'])

/** HTML with its ids, and the links to them, told apart from those of others in the same document. */
function withOwnIds(html: string, prefix: string): string {
  const root = parseFragment(html)
  const todo: DefaultTreeAdapterTypes.Node[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ('attrs' in node) {
      for (const attribute of node.attrs) {
        if (IDS.has(attribute.name)) attribute.value = attribute.value.replace(/\S+/gu, (id) => prefix + id)
        else if (attribute.name === 'href' && attribute.value.startsWith('#'))
          attribute.value = `#${prefix}${attribute.value.slice(1)}`
      }
    }
    if ('childNodes' in node) todo.push(...node.childNodes)
  }
  return serialize(root)
}
