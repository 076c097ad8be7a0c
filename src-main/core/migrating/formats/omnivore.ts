import { articleRecord, quoteRecord, type FormatReader, type Problem, type QuoteRecord, type Where } from '../record'
import { dateOf } from '../reading/dates'
import { asObject, objectsOf } from '../reading/json'
import { manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/** Omnivore: `metadata_A_to_B.json`, with `content/SLUG.html` and `highlights/SLUG.md` beside it. */
export const omnivore: FormatReader = {
  id: 'omnivore',
  tool: 'Omnivore',
  recognises: ({ json }) => {
    const [first] = objectsOf(json)
    return first !== undefined && first.has('slug', 'url', 'savedAt')
  },
  read: ({ json, name, sibling }) => {
    const problems: Problem[] = []
    const items = Array.isArray(json) ? json : []
    const articles = items.flatMap((value: unknown, index) => {
      const item = asObject(value)
      const where = { file: name, line: index + 1 }
      const url = webAddress(item?.get('url', 'originalArticleUrl'))
      const slug = item?.text('slug') ?? ''
      const isSafe = slug !== '' && !/[\\/]|^\.\.?$/u.test(slug)
      const page = isSafe ? sibling(`content/${slug}.html`) : null
      if (item === null || (url === null && page === null)) {
        problems.push({ where, message: 'This entry has no web address.' })
        return []
      }
      const progress = Number(item.text('readingProgress') ?? '0')
      const isArchived = /^archived$/iu.test(item.text('state') ?? '')
      const marked = isSafe ? readMarked(sibling(`highlights/${slug}.md`)?.() ?? '', where) : { quotes: [], note: null }
      const published = dateOf(item.get('publishedAt'))
      return [
        articleRecord({
          ...{ where, url, page, quotes: marked.quotes },
          title: oneLine(item.get('title')),
          author: oneLine(item.get('author')),
          excerpt: oneLine(item.get('description')),
          tags: tagsOf(item.get('labels')),
          addedAt: dateOf(item.get('savedAt')),
          publishedAt: published === null ? null : new Date(published).toISOString(),
          status: isArchived ? 'archive' : progress > 0 && progress < 98 ? 'reading' : 'inbox',
          notes: marked.note === null ? [] : [{ kind: 'markdown', value: marked.note }],
        }),
      ]
    })
    return { articles, problems }
  },
}

/** `> quote` lines, then `#labels` and the note, until the next quotation. What stands before the first is a note on the whole. */
function readMarked(text: string, where: Where): { quotes: QuoteRecord[]; note: string | null } {
  const quotes: QuoteRecord[] = []
  let words: string[] = []
  let below: string[] = []
  let head: string[] = []
  const close = (): void => {
    const exact = manyLines(words.join('\n').replace(/\s*\[⤴️?\]\([^)]*\)\s*/gu, ' '))
    if (exact === null) head = [...head, ...below]
    else {
      const isLabels = (line: string) => /^\s*#\S+(?:\s+#\S+)*(?:\s+\^\S+)?\s*$/u.test(line)
      const labels = below.filter(isLabels).flatMap((line) => line.match(/#[^\s#]+/gu) ?? [])
      const note = manyLines(below.filter((line) => !isLabels(line)).join('\n'))
      quotes.push(
        quoteRecord({
          ...{ where, exact },
          tags: labels.map((label) => label.slice(1)),
          note: note === null ? null : { kind: 'markdown', value: note },
        }),
      )
    }
    words = []
    below = []
  }
  for (const line of text.split(/\r\n?|\n/u)) {
    const quoted = /^\s{0,3}>\s?(.*)$/u.exec(line)
    if (quoted !== null) {
      if (below.some((each) => each.trim() !== '') || (below.length > 0 && words.length > 0)) close()
      words.push(quoted[1] ?? '')
    } else below.push(line)
  }
  close()
  return { quotes, note: manyLines(head.filter((line) => !/^#{1,6}\s/u.test(line)).join('\n')) }
}
