import type { DefaultTreeAdapterTypes } from 'parse5'
import { parse } from 'parse5'
import type { ReadingStatus } from '@shared/domain/article'
import { articleRecord, type ArticleRecord, type Found, type FormatReader, type Problem, type Reading } from '../record'
import { dateOf } from '../reading/dates'
import { oneLine, tagsOf, webAddress } from '../reading/values'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Pocket's `ril_export.html`: lists of links under `Unread` and `Read Archive`. */
export const pocketPage: FormatReader = {
  id: 'pocket-html',
  tool: 'Pocket',
  recognises: ({ text }) => /<a\s[^>]{0,6000}\btime_added\s*=/iu.test(text.slice(0, 200_000)),
  read: (file) => readLinks(file, (heading) => (/archive|^read\b/iu.test(heading) ? 'archive' : 'inbox'), false),
}

/** Bookmarks of browsers, in Netscape's format: nested `DL`, `H3` and `A` with `HREF`, `ADD_DATE` and `TAGS`. */
export const bookmarks: FormatReader = {
  id: 'bookmarks-html',
  tool: 'Browser bookmarks',
  recognises: ({ text }) =>
    /<!doctype\s+netscape-bookmark-file/iu.test(text.slice(0, 2000)) ||
    /<dt>\s*<a\s[^>]{0,6000}\badd_date\s*=/iu.test(text.slice(0, 200_000)),
  read: (file) => readLinks(file, () => null, true),
}

/** Folders that browsers make themselves say nothing of a bookmark. */
const OWN_FOLDERS =
  /^(?:bookmarks?(?: bar| menu| toolbar)?|favou?rites(?: bar)?|other bookmarks|mobile bookmarks|bookmarks? menu|imported|lesezeichen(?:leiste|-symbolleiste)?|weitere lesezeichen|favoris|barre de favoris|toolbar)$/iu

/** Every link of a page in order, with the headings that it stands under. Walks without recursion, however deep the lists are. */
function readLinks(file: Reading, statusOf: (heading: string) => ReadingStatus | null, asFolders: boolean): Found {
  const articles: ArticleRecord[] = []
  const problems: Problem[] = []
  const folders: { list: Node | null; name: string }[] = []
  let heading = ''
  let count = 0
  const stack: { node: Node; leave: boolean }[] = [{ node: parse(file.text), leave: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, leave } = top
    if (leave) {
      folders.pop()
      continue
    }
    if ('tagName' in node) {
      if (/^h[1-6]$/u.test(node.tagName)) heading = oneLine(wordsOf(node)) ?? ''
      if (node.tagName === 'dl' || node.tagName === 'ul') {
        folders.push({ list: node, name: heading })
        stack.push({ node, leave: true })
      }
      if (node.tagName === 'a') {
        count += 1
        const where = { file: file.name, line: count }
        const url = webAddress(attribute(node, 'href'))
        if (url === null)
          problems.push({ where, message: `“${(attribute(node, 'href') ?? '').slice(0, 100)}” is no web address.` })
        else {
          const path = asFolders
            ? folders.map(({ name }) => name).filter((name) => name !== '' && !OWN_FOLDERS.test(name))
            : []
          const unique = path.filter((name, at) => name !== path[at - 1])
          const own = tagsOf(attribute(node, 'tags') ?? '', /,/u)
          articles.push(
            articleRecord({
              where,
              url,
              title: oneLine(wordsOf(node)),
              addedAt: dateOf(attribute(node, 'time_added') ?? attribute(node, 'add_date') ?? ''),
              tags: unique.length === 0 ? own : [...own, unique.map((name) => name.replaceAll('/', '-')).join('/')],
              status: statusOf(heading),
            }),
          )
        }
      }
    }
    if ('childNodes' in node)
      for (const child of [...node.childNodes].reverse()) stack.push({ node: child, leave: false })
  }
  return { articles, problems }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

function wordsOf(element: Element): string {
  const words: string[] = []
  const stack: Node[] = [...element.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) words.push(node.value)
    else if ('childNodes' in node) stack.push(...[...node.childNodes].reverse())
  }
  return words.join('')
}
