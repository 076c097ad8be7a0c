import { LecternError } from '@shared/contract/lectern-error'
import { useClient } from '../client/client'
import { showToast } from '../ui/undo/toasts'
import { CompletionMenu } from './completion/CompletionMenu'
import { NotePaste } from './paste/NotePaste'
import { pickImages, useAddImages } from './use-add-images'

/** What helps with writing and needs the library: completion, pictures, pasting. */
export function WritingAids() {
  const client = useClient()
  const addImages = useAddImages()
  const makeNote = async (title: string) => {
    try {
      const body = {
        version: 1 as const,
        blocks: [
          {
            type: 'heading' as const,
            level: 1 as const,
            children: [{ type: 'text' as const, text: title, marks: [] }],
          },
        ],
      }
      const { id } = await client.notes.create({ body })
      return { kind: 'note' as const, id }
    } catch (error) {
      const why = error instanceof LecternError ? error.message : 'Something unexpected happened.'
      showToast({ kind: 'error', message: `The note “${title}” could not be made. ${why}` })
      return null
    }
  }
  return (
    <>
      <CompletionMenu pickImage={() => pickImages(addImages)} makeNote={makeNote} />
      <NotePaste addImages={addImages} />
    </>
  )
}
