import {
  $createTextNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $createReferenceNode } from '../nodes/ReferenceNode'
import { $createTagNode } from '../nodes/TagNode'
import type { LinkTarget } from '@shared/domain/note-document'
import type { Completion } from './use-completions'
import type { Trigger } from './trigger'

/** Takes out what was typed to ask for a completion; false when it is not there any more. */
function $takeTyped(length: number): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const node = selection.anchor.getNode()
  const end = selection.anchor.offset
  if (!$isTextNode(node) || end < length) return false
  node.select(end - length, end)
  const typed = $getSelection()
  if ($isRangeSelection(typed)) typed.removeText()
  return true
}

function $put(node: LexicalNode): void {
  const space = $createTextNode(' ')
  $insertNodes([node, space])
  space.selectEnd()
}

export interface CompletionDeps {
  readonly pickImage: () => void
  /** Makes a note with a title; null when that failed, which it says itself. */
  readonly makeNote: (title: string) => Promise<LinkTarget | null>
}

/** Puts what a person chose in place of what they typed for it. */
export async function applyCompletion(
  editor: LexicalEditor,
  trigger: Trigger,
  { result }: Completion,
  deps: CompletionDeps,
): Promise<void> {
  const inPlace = (put: () => void) =>
    editor.update(() => {
      if ($takeTyped(trigger.length)) put()
    })
  switch (result.kind) {
    case 'block':
      inPlace(() => result.block.$insert(editor, deps.pickImage))
      return
    case 'tag':
      inPlace(() => $put($createTagNode(result.tag)))
      return
    case 'link':
      inPlace(() => $put($createReferenceNode(result.link.target, result.link.title)))
      return
    case 'new-note': {
      const target = await deps.makeNote(result.title)
      if (target) inPlace(() => $put($createReferenceNode(target, result.title)))
    }
  }
}
