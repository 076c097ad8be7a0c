import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import type { Contract, HostContract } from '@shared/contract'
import { createClient } from '@shared/contract/client'
import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import { addText, openTestLibrary } from '../../tests/support/library'
import { targetOf } from '../../tests/support/stores'
import { createAnnotationActions } from './annotation-actions'
import { listKey } from './annotation-lists'
import { createChangedAnnotations } from './changed-annotations'

const TEXT = 'Only one and two are highlighted.'

/** A window that shows an article with two highlights; what it reads of them can be held back. */
async function openWindow() {
  const library = openTestLibrary()
  const { client: stored } = library
  const { id: articleId, snapshotId } = await addText(library, TEXT)
  const highlight = (exact: string): Promise<Highlight> =>
    stored.annotations.highlight({ target: targetOf(snapshotId, TEXT, exact), colour: 'yellow' })
  const [one, two] = [await highlight('one'), await highlight('two')]

  let gate: Promise<void> | null = null
  const client = createClient<Contract & HostContract>({
    call: async (name, input) => {
      const result = await library.call(name, input)
      if (name === 'annotations.list') await gate
      return result
    },
    subscribe: () => () => {},
  })
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const queryKey = listKey(articleId)
  const queryFn = () => client.annotations.list({ articleId })
  onTestFinished(new QueryObserver(queries, { queryKey, queryFn }).subscribe(() => {}))
  onTestFinished(() => queries.clear())
  const changed = createChangedAnnotations(queries, client)
  const shown = () =>
    queries.getQueryData<Highlight[]>(queryKey)?.map(({ target, colour }) => `${target.quote.exact} ${colour}`)
  await expect.poll(shown).toEqual(['one yellow', 'two yellow'])
  return {
    one,
    two,
    stored,
    queries,
    shown,
    actions: createAnnotationActions(queries, client, articleId),
    /** Tells the window of a change, as the host does. */
    tell: (ids: AnnotationId[]) => void changed({ name: 'annotations.changed', articleIds: [articleId], ids }),
    /** Holds back what is read from now on, until what it returns is called. */
    hold: () => {
      let release = () => {}
      gate = new Promise((done) => {
        release = done
      })
      return () => {
        gate = null
        release()
      }
    },
  }
}

test('a change made here does not lose what a reading that it stopped was for', async () => {
  const { one, two, stored, queries, shown, actions, tell, hold } = await openWindow()
  await stored.annotations.remove({ ids: [two.id] })
  tell([])
  await expect.poll(shown).toEqual(['one yellow'])

  await stored.annotations.restore({ ids: [two.id] })
  const release = hold()
  tell([])
  await expect.poll(() => queries.isFetching()).toBe(1)
  await actions.recolour(one.id, 'blue')
  release()
  tell([one.id])
  await expect.poll(shown).toEqual(['one blue', 'two yellow'])
})

test('what was read before a change made here does not bring back what is gone', async () => {
  const { one, two, queries, shown, actions, tell, hold } = await openWindow()
  const release = hold()
  tell([one.id])
  await actions.remove([one.id])
  const seen: string[] = []
  onTestFinished(queries.getQueryCache().subscribe(() => seen.push(...(shown() ?? []))))
  release()
  tell([one.id])
  await actions.recolour(two.id, 'blue')
  tell([two.id])
  await expect.poll(() => seen).toContain('two blue')
  await expect.poll(() => queries.isFetching()).toBe(0)
  expect(seen.filter((each) => each.startsWith('one'))).toEqual([])
})
