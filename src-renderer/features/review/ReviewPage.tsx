import { useSettings } from '../../client/settings'
import { useReview, useToday } from '../../client/review'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { navigate } from '../../ui/places/route'
import { Reviewing } from './Reviewing'
import './ReviewPage.css'

/** A few old highlights a day, one at a time. */
export function ReviewPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const day = useToday()
  const { reviewCount } = useSettings()
  const { data, error } = useReview(day)
  const header = (summary: string) => (
    <PageHeader title="Daily review" summary={summary} onShowSidebar={onShowSidebar} />
  )
  if (data && data.cards.length > 0) return <Reviewing key={day} day={day} cards={data.cards} header={header} />
  return (
    <main className="pane page review-page" aria-label="Daily review" data-pane>
      {header('')}
      {error ? (
        <EmptyState title="The review could not be read">{error.message}</EmptyState>
      ) : reviewCount === 0 ? (
        <EmptyState title="The daily review is off">
          <Button onPress={() => navigate({ page: 'settings', section: 'highlights' })}>Choose how many a day</Button>
        </EmptyState>
      ) : (
        data && (
          <EmptyState title="Nothing to look back on yet">
            What you highlight comes back here from the next day on, a few passages a day.
          </EmptyState>
        )
      )}
    </main>
  )
}
