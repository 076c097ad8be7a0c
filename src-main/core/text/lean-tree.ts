import { defaultTreeAdapter, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'

/** How parse5 is to build a tree, and what is to be called when it is built. */
export interface LeanTree {
  readonly adapter: TreeAdapter<DefaultTreeAdapterMap>
  readonly end: () => void
}

/**
 * parse5's own tree, with the words of a text put together once. parse5 adds them one by one and V8 remembers each addition,
 * which takes some twenty bytes for every character of a book.
 */
export function createLeanTree(): LeanTree {
  let open: DefaultTreeAdapterTypes.TextNode | null = null
  let words: string[] = []
  const end = (): void => {
    if (open !== null) open.value = words.join('')
    open = null
  }
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    insertText(parent, word) {
      const last = parent.childNodes.at(-1)
      if (open !== null && last === open) {
        words.push(word)
        return
      }
      end()
      defaultTreeAdapter.insertText(parent, word)
      const text = parent.childNodes.at(-1)
      if (text === undefined || !defaultTreeAdapter.isTextNode(text)) return
      open = text
      words = [text.value]
    },
    insertTextBefore(parent, word, reference) {
      end()
      defaultTreeAdapter.insertTextBefore(parent, word, reference)
    },
  }
  return { adapter, end }
}
