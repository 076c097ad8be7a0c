import { $isListNode, ListItemNode, ListNode } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { useEffect } from 'react'

/** Boxes make no list for assistive technology: a list that has them is a group, and what nests another stands for nothing. */
function setRole(editor: LexicalEditor, key: NodeKey, isList: boolean): void {
  const role = editor.read(() => {
    const node = $getNodeByKey(key)
    const list = isList ? node : node?.getParent()
    if (!$isListNode(list) || list.getListType() !== 'check') return null
    if (isList) return 'group'
    return node instanceof ListItemNode && $isListNode(node.getFirstChild()) ? 'presentation' : 'checkbox'
  })
  const element = editor.getElementByKey(key)
  if (role === null) element?.removeAttribute('role')
  else element?.setAttribute('role', role)
}

/** Tells assistive technology of check lists what they are. */
export function CheckListRoles() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const follow = (isList: boolean) => (changes: Map<NodeKey, string>) => {
      for (const [key, change] of changes) if (change !== 'destroyed') setRole(editor, key, isList)
    }
    return mergeRegister(
      editor.registerMutationListener(ListNode, follow(true)),
      editor.registerMutationListener(ListItemNode, follow(false)),
    )
  }, [editor])
  return null
}
