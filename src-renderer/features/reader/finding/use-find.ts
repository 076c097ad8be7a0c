import { useMemo, useState } from 'react'
import type { ArticleDocument } from '../../../frame/article-document'
import { createFinder, type FindOptions } from './find-matches'

/** Finding words in the article: what is looked for, where it is, and the steps between. */
export function useFind(article: ArticleDocument | null, goTo: (offset: number) => void) {
  const [isOpen, setOpen] = useState(false)
  const [asked, setAsked] = useState(0)
  const [words, setWords] = useState('')
  const [options, setOptions] = useState<FindOptions>({ matchCase: false, wholeWords: false })
  const [current, setCurrent] = useState(0)

  const find = useMemo(() => article && createFinder(article.index.text), [article])
  const matches = useMemo(() => (find && isOpen ? find(words, options) : []), [find, isOpen, words, options])
  const ranges = useMemo(
    () => matches.map((match) => article?.index.rangeOf(match.start, match.end)).filter((range) => range != null),
    [article, matches],
  )
  const at = Math.min(current, matches.length - 1)

  const show = (index: number) => {
    setCurrent(index)
    const match = matches[index]
    if (match) goTo(match.start)
  }

  return {
    isOpen,
    asked,
    words,
    options,
    count: matches.length,
    current: at,
    ranges,
    starts: useMemo(() => matches.map((match) => match.start), [matches]),
    currentRange: ranges[at] ?? null,
    /** Where the current match begins; null while the bar is closed. */
    at: isOpen ? (matches[at]?.start ?? null) : null,
    open: () => {
      setOpen(true)
      setAsked((times) => times + 1)
    },
    close: () => setOpen(false),
    setWords: (next: string) => {
      setWords(next)
      setCurrent(0)
      const first = find?.(next, options)[0]
      if (first) goTo(first.start)
    },
    setOptions: (next: FindOptions) => {
      setOptions(next)
      setCurrent(0)
    },
    step: (step: 1 | -1) => {
      if (matches.length > 0) show((at + step + matches.length) % matches.length)
    },
  }
}
