import type { Highlight } from '@shared/domain/annotation'
import { targetWords } from '@shared/text/target-words'
import { Button } from '../../../ui/controls/Button'
import './AttachNotice.css'

/** Stands over the page while a highlight waits for the words that it belongs to. */
export function AttachNotice({
  highlight,
  onCancel,
}: {
  readonly highlight: Highlight
  readonly onCancel: () => void
}) {
  return (
    <div className="attach-notice" role="status">
      <p>
        Select the words for <q>{targetWords(highlight.target)}</q>, then choose Attach here.
      </p>
      <Button onPress={onCancel}>Cancel</Button>
    </div>
  )
}
