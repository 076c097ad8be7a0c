import { useEffect, useRef } from 'react'
import type { Reference } from '@shared/domain/snapshot'
import { Button } from '../../../ui/controls/Button'
import { Kbd } from '../../../ui/controls/Kbd'
import { CitationText } from '../about/CitationText'
import { Floating } from '../Floating'
import './LinkPopover.css'
import type { PageBox } from '../place/page-geometry'

interface ReferencePopoverProps {
  readonly at: PageBox
  readonly label: string
  readonly text: string
  readonly reference: Reference | null
  readonly onLink: (url: string) => void
  /** Whether it was asked for by click or key, not only by hovering. */
  readonly takesFocus: boolean
  readonly onGo: () => void
  readonly onClose: () => void
}

/** The text of a reference or footnote, in place. */
export function ReferencePopover({
  at,
  label,
  text,
  reference,
  takesFocus,
  onLink,
  onGo,
  onClose,
}: ReferencePopoverProps) {
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) foot.current?.querySelector('button')?.focus()
  }, [takesFocus])
  return (
    <Floating at={at} prefer="below" role="dialog" label={label} className="reference-popover" onClose={onClose}>
      <div className="reference-popover__text">
        {reference ? <CitationText reference={reference} onLink={onLink} /> : text}
      </div>
      <div ref={foot} className="reference-popover__foot">
        <span>{label}</span>
        <Button look="link" onPress={onGo}>
          Go to list
        </Button>
        <Kbd keys="Escape" />
      </div>
    </Floating>
  )
}
