import { $isCodeNode } from '@lexical/code'
import { $isLinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  TextNode,
} from 'lexical'
import { useEffect } from 'react'
import { cleanTag } from '@shared/text/clean-tag'
import { $createTagNode } from '../nodes/TagNode'
import { TAG_IN_TEXT } from './trigger'

/** Makes a `#tag` that was written out the tag that it says, unless the caret is still at its end. */
function $makeTag(node: TextNode, evenAtCaret: boolean): void {
  if (!node.isSimpleText() || node.hasFormat('code')) return
  const parent = node.getParent()
  if ($isCodeNode(parent) || $isLinkNode(parent)) return
  const found = TAG_IN_TEXT.exec(node.getTextContent())
  if (!found) return
  const end = found.index + found[0].length
  const selection = $getSelection()
  const isTyped =
    $isRangeSelection(selection) && selection.anchor.key === node.getKey() && selection.anchor.offset === end
  if (isTyped && !evenAtCaret) return
  const parts = node.splitText(found.index, end)
  const tag = parts[found.index === 0 ? 0 : 1]
  tag?.replace($createTagNode(cleanTag(found[0])))
}

/** Makes the tag before the caret, if there is one: its writer is done with it. */
export function finishTag(editor: LexicalEditor): void {
  editor.update(
    () => {
      const selection = $getSelection()
      const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null
      if ($isTextNode(node)) $makeTag(node, true)
    },
    { discrete: true },
  )
}

/** Makes tags of what is written as tags. */
export function TagsInText() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerNodeTransform(TextNode, (node) => $makeTag(node, false)),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            // Not within the command's own update.
            queueMicrotask(() => finishTag(editor))
            return false
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  )
  return null
}
