import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'

/** What can be done with the titles that are chosen together. */
export function ChosenBar({ count, onClear, onImport }: { count: number; onClear: () => void; onImport: () => void }) {
  return (
    <div className="archive-view__chosen" role="toolbar" aria-label="Chosen articles">
      <span className="grow num" role="status">
        {count.toLocaleString('en-GB')} chosen
      </span>
      <Button look="ghost" onPress={onClear}>
        Clear
      </Button>
      <Button look="primary" onPress={onImport}>
        Import {counted(count, 'article')}
      </Button>
    </div>
  )
}
