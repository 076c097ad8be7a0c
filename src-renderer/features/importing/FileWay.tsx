import { Download } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../ui/controls/Button'
import { openDialog, type PickedFile } from '../../ui/dialogs/dialogs'
import { chosenFiles } from '../../ui/files/dropped-files'

interface FileWayProps {
  /** Whether a folder is chosen rather than files. */
  isFolder: boolean
  hasRows: boolean
  onFiles: (files: PickedFile[]) => void
}

/** Choosing files or a folder. Dropping works on the whole window, so this area only shows that it does. */
export function FileWay({ isFolder, hasRows, onFiles }: FileWayProps) {
  return (
    <div className="import-dialog__drop">
      <Download className="icon" aria-hidden />
      <span className="grow">
        Drop {isFolder ? (hasRows ? 'another folder' : 'a folder') : hasRows ? 'more files' : 'files'} here, or{' '}
        <FileTrigger allowsMultiple acceptDirectory={isFolder} onSelect={(files) => onFiles(chosenFiles(files))}>
          <Button look="link">{isFolder ? 'choose a folder' : 'choose files'}</Button>
        </FileTrigger>
      </span>
      <Button look="link" onPress={() => openDialog({ name: 'migrate' })}>
        From another reader…
      </Button>
      <span className="import-dialog__kinds">HTML, MHTML, EPUB, Markdown, text, Wikipedia pages</span>
    </div>
  )
}
