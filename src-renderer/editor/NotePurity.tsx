import { LinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HeadingNode } from '@lexical/rich-text'
import { mergeRegister } from '@lexical/utils'
import { TextNode } from 'lexical'
import { useEffect } from 'react'
import { isNoteLink } from './note-normal'
import { FORMAT_BITS } from './note-to-lexical'

const ALLOWED = Object.values(FORMAT_BITS).reduce((bits, bit) => bits | bit, 0)

/** Takes out at once what a note cannot keep, so that nothing pasted looks kept until the next opening. */
export function NotePurity() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerNodeTransform(TextNode, (node) => {
          if ((node.getFormat() & ~ALLOWED) !== 0) node.setFormat(node.getFormat() & ALLOWED)
          if (node.getStyle() !== '') node.setStyle('')
        }),
        editor.registerNodeTransform(HeadingNode, (node) => {
          if (!['h1', 'h2', 'h3'].includes(node.getTag())) node.setTag('h3')
        }),
        editor.registerNodeTransform(LinkNode, (node) => {
          if (isNoteLink(node.getURL())) return
          for (const child of node.getChildren()) node.insertBefore(child)
          node.remove()
        }),
      ),
    [editor],
  )
  return null
}
