import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $getRoot, $getSelection } from 'lexical'
import { useCallback } from 'react'
import { LecternError } from '@shared/contract/lectern-error'
import { useClient } from '../client/client'
import { showToast } from '../ui/undo/toasts'
import { $createImageNode } from './nodes/ImageNode'

/** Keeps pictures in the library and puts them into the note, one after the other, where the caret is. */
export function useAddImages(): (files: readonly Blob[]) => void {
  const client = useClient()
  const [editor] = useLexicalComposerContext()
  return useCallback(
    (files) => {
      const addAll = async () => {
        for (const file of files) {
          const bytes = new Uint8Array(await file.arrayBuffer())
          const { asset } = await client.notes.addImage({ bytes })
          editor.update(() => {
            if ($getSelection() === null) $getRoot().selectEnd()
            $insertNodeToNearestRoot($createImageNode(asset, ''))
          })
        }
      }
      addAll().catch((error: unknown) => {
        const why =
          error instanceof LecternError
            ? error.message
            : 'The picture could not be read. Nothing was put into the note.'
        showToast({ kind: 'error', message: why })
      })
    },
    [client, editor],
  )
}

/** Asks for picture files. */
export function pickImages(onPicked: (files: readonly Blob[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp'
  input.multiple = true
  input.addEventListener('change', () => onPicked([...(input.files ?? [])]))
  input.click()
}
