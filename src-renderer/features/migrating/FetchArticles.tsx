import { useFetchArticles, useNotFetched } from '../../client/migrating'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { openDialog } from '../../ui/dialogs/dialogs'
import { reportError } from '../../ui/undo/perform'

/** Offers to fetch what is known by its address alone; asks the web only when it is pressed. */
export function FetchArticles({ onFetch }: { onFetch: () => void }) {
  const { data } = useNotFetched()
  const fetchAll = useFetchArticles()
  if (data === undefined || data.count === 0) return null
  return (
    <section className="migrate-dialog__fetch" aria-label="Articles to fetch">
      <p>
        {counted(data.count, 'article')} of your library {data.count === 1 ? 'is' : 'are'} known by address alone.
        Fetching asks their sites, one page of a site at a time with pauses, and goes on in the background.
      </p>
      <Button
        isDisabled={fetchAll.isPending}
        onPress={() =>
          fetchAll.mutate(null, {
            onSuccess: ({ id }) => {
              onFetch()
              openDialog({ name: 'import', way: 'files', importId: id })
            },
            onError: reportError,
          })
        }
      >
        Fetch {data.count === 1 ? 'it' : `the ${data.count.toLocaleString('en-GB')} articles`} from the web
      </Button>
    </section>
  )
}
