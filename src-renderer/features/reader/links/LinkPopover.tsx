import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/controls/Button'
import { Floating } from '../Floating'
import './LinkPopover.css'
import { isWikiPage } from './missing-page'
import type { PageBox } from '../place/page-geometry'

interface LinkPopoverProps {
  readonly at: PageBox
  readonly url: string
  /** The page did not exist in its wiki when the link was saved. */
  readonly isMissing: boolean
  readonly onOpenOutside: () => void
  /** Null for addresses that are no pages, such as mail. */
  readonly onAdd: (() => void) | null
  readonly onClose: () => void
}

/** Where a link leads, before anything is opened or fetched. */
export function LinkPopover({ at, url, isMissing, onOpenOutside, onAdd, onClose }: LinkPopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  return (
    <Floating at={at} prefer="below" role="dialog" label="Link" className="link-popover" onClose={onClose}>
      {isMissing ? (
        <p className="link-popover__missing">This page did not exist in the wiki when this article was saved.</p>
      ) : null}
      {isOfFolder(url) ? (
        <p className="link-popover__missing">
          This leads to another file of the same folder, which is not in your library. Add the folder again to open it
          here.
        </p>
      ) : (
        <p className="link-popover__address">{url}</p>
      )}
      {isOfFolder(url) ? null : (
        <div ref={box} className="link-popover__actions">
          <Button onPress={onOpenOutside}>{url.startsWith('mailto:') ? 'Write a message' : 'Open in browser'}</Button>
          {onAdd ? (
            <Button look="ghost" onPress={onAdd}>
              {isMissing ? 'Try to import it' : isWikiPage(url) ? 'Import this article' : 'Add to library'}
            </Button>
          ) : null}
        </div>
      )}
    </Floating>
  )
}

/** Files of a folder link to each other by addresses that exist nowhere (folder-address.ts). */
function isOfFolder(url: string): boolean {
  return url.startsWith('https://folder.invalid/')
}
