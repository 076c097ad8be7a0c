import { useClient } from '../../client/client'
import { useLeftOut } from '../../client/review'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { perform } from '../../ui/undo/perform'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'

const COUNTS = [0, 3, 5, 10, 15] as const

/** How many old highlights come back a day, and those that never do. */
export function ReviewSettings() {
  const client = useClient()
  const { reviewCount } = useSettings()
  const update = useUpdateSettings()
  const { data: leftOut = [] } = useLeftOut()
  const bringBack = () =>
    void perform({
      run: () => client.review.setPace({ ids: leftOut, pace: 'normal' }),
      label: () => `${counted(leftOut.length, 'highlight')} back in the review`,
      undo: () => client.review.setPace({ ids: leftOut, pace: 'never' }),
    })
  return (
    <section aria-labelledby="settings-review">
      <h2 id="settings-review">Daily review</h2>
      <div className="settings-row">
        Old highlights a day
        <SegmentedControl
          label="Old highlights a day"
          value={String(reviewCount)}
          options={COUNTS.map((count) => ({ value: String(count), label: count === 0 ? 'Off' : String(count) }))}
          onChange={(value) => {
            const chosen = COUNTS.find((count) => String(count) === value)
            if (chosen !== undefined) update({ reviewCount: chosen })
          }}
        />
      </div>
      {leftOut.length > 0 && (
        <div className="settings-row">
          {counted(leftOut.length, 'highlight is', 'highlights are')} left out
          <Button onPress={bringBack}>Bring back</Button>
        </div>
      )}
    </section>
  )
}
