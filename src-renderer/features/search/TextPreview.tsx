import { CornerDownLeft } from 'lucide-react'
import type { SearchHit } from '@shared/contract/search'
import { Button } from '../../ui/controls/Button'
import { Marked } from '../../ui/layout/Marked'

interface TextPreviewProps {
  hit: Extract<SearchHit, { kind: 'own-note' | 'answer' }>
  onOpen: () => void
}

/** The words of a note or an answer that a result leads to. */
export function TextPreview({ hit, onOpen }: TextPreviewProps) {
  return (
    <aside className="pane search-preview" aria-label="Preview" data-pane>
      <div className="bar">
        <span className="grow search-preview__title">{hit.kind === 'answer' ? 'Question and answer' : 'Note'}</span>
        <Button onPress={onOpen}>
          Open
          <CornerDownLeft className="icon" aria-hidden />
        </Button>
      </div>
      <div
        className="search-preview__scroll search-preview__text"
        role="group"
        aria-label="Text"
        tabIndex={0}
        dir="auto"
      >
        <h2>
          <Marked excerpt={hit.kind === 'answer' ? hit.question : hit.title} />
        </h2>
        <p>
          <Marked excerpt={hit.excerpt} />
        </p>
      </div>
    </aside>
  )
}
