import {
  Bookmark,
  FileText,
  FolderTree,
  Hash,
  MessageCircleQuestionMark,
  NotebookPen,
  NotebookText,
} from 'lucide-react'
import type { SearchHit } from '@shared/contract/search'
import { useSavedSearches } from '../../client/saved-searches'
import { useSearch } from '../../client/search'
import { useKnownTags } from '../../client/tags'
import { useTopics } from '../../client/topics'
import { openHit } from '../../ui/places/open-hit'
import { navigate, openList } from '../../ui/places/route'
import { matchTitle } from './match'
import type { PaletteItem, PaletteSection } from './use-palette-items'

/** The most of each kind. */
const MOST = 6
const FEW = 4

/** What the library holds for what is typed: notes, articles, topics, tags, saved searches and questions. */
export function usePaletteThings(text: string): PaletteSection[] {
  const { data: found } = useSearch(text, MOST)
  const topics = useTopics()
  const tags = useKnownTags()
  const { data: saved = [] } = useSavedSearches()
  if (text === '') return []
  const hits = (list: { hits: readonly SearchHit[] } | undefined, most: number) =>
    (list?.hits ?? []).slice(0, most).map(itemOfHit)
  return [
    { title: 'Your notes', items: hits(found?.notes, MOST) },
    { title: 'Articles', items: hits(found?.articles, MOST) },
    {
      title: 'Topics',
      items: named(topics, text, ({ id, title }) => ({
        id: `topic ${id}`,
        title,
        icon: <FolderTree className="icon" aria-hidden />,
        run: () => openList({ kind: 'topic', topicId: id }),
      })),
    },
    {
      title: 'Tags',
      items: named(tags, text.replace(/^#/u, ''), (tag) => ({
        id: `tag ${tag}`,
        title: tag,
        icon: <Hash className="icon" aria-hidden />,
        run: () => openList({ kind: 'tag', tag }),
      })),
    },
    {
      title: 'Saved searches',
      items: named(saved, text, ({ id, name, text: words }) => ({
        id: `search ${id}`,
        title: name,
        ...(words === name ? {} : { aside: words }),
        icon: <Bookmark className="icon" aria-hidden />,
        run: () => navigate({ page: 'search', text: words }),
      })),
    },
    { title: 'Questions', items: hits(found?.answers, FEW) },
  ]
}

type Named = Omit<PaletteItem, 'title'> & { title: string }

/** Those whose name holds what was typed, the best matches first. */
function named<Thing>(things: readonly Thing[], text: string, item: (thing: Thing) => Named): PaletteItem[] {
  return things
    .map(item)
    .flatMap((each) => {
      const match = matchTitle(each.title, text)
      return match ? [{ each, match }] : []
    })
    .toSorted((a, b) => a.match.rank - b.match.rank)
    .slice(0, FEW)
    .map(({ each, match }) => ({ ...each, title: { text: each.title, marks: match.marks } }))
}

function itemOfHit(hit: SearchHit): PaletteItem {
  const run = () => openHit(hit)
  switch (hit.kind) {
    case 'article':
      // The article itself is meant, not a passage of it.
      return {
        id: `article ${hit.articleId}`,
        icon: <FileText className="icon" aria-hidden />,
        title: hit.title,
        isArticle: true,
        run: () => openHit({ ...hit, passage: null }),
      }
    case 'own-note':
      return {
        id: `own-note ${hit.noteId}`,
        icon: <NotebookText className="icon" aria-hidden />,
        title: hit.title.text === '' ? hit.excerpt : hit.title,
        run,
      }
    case 'answer':
      return {
        id: `question ${hit.questionId}`,
        icon: <MessageCircleQuestionMark className="icon" aria-hidden />,
        title: hit.question,
        ...(hit.articleTitle === null ? {} : { aside: hit.articleTitle }),
        run,
      }
    case 'highlight':
    case 'note':
      return {
        id: `note ${hit.annotationId}`,
        icon: <NotebookPen className="icon" aria-hidden />,
        title: hit.excerpt,
        aside: hit.articleTitle,
        run,
      }
  }
}
