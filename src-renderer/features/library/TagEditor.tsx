import { useEffect, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Article } from '@shared/domain/article'
import { useKnownTags } from '../../client/tags'
import { counted } from '../../ui/words/article-words'
import { reportError } from '../../ui/undo/perform'
import { TagField } from '../../ui/controls/TagField'
import { useArticleActions } from '../../ui/actions/use-article-actions'

interface TagEditorProps {
  /** Where it opens, in CSS pixels of the window; null while it is closed. */
  at: { x: number; y: number } | null
  /** Reads the articles to tag. */
  load: () => Promise<Article[]>
  onClose: () => void
}

/** Adds tags to articles and takes them away. */
export function TagEditor({ at, load, onClose }: TagEditorProps) {
  const point = useRef<HTMLSpanElement>(null)
  const isOpen = at !== null
  return (
    <>
      <span ref={point} className="context-menu-point" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        className="popover"
        triggerRef={point}
        placement="bottom start"
        offset={2}
        isOpen={isOpen}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Dialog className="popover__box" aria-label="Tags">
          <TagsOfArticles load={load} onDone={onClose} />
        </Dialog>
      </Popover>
    </>
  )
}

function TagsOfArticles({ load, onDone }: { load: () => Promise<Article[]>; onDone: () => void }) {
  const inUse = useKnownTags()
  const actions = useArticleActions()
  const [articles, setArticles] = useState<Article[]>([])
  const first = useRef(load)
  useEffect(() => {
    first.current().then(setArticles).catch(reportError)
  }, [])
  const change = (edit: (tags: string[]) => string[]) =>
    setArticles(articles.map((article) => ({ ...article, tags: edit(article.tags) })))

  return (
    <TagField
      scope={articles.length > 1 ? counted(articles.length, 'article') : null}
      tags={[...new Set(articles.flatMap(({ tags }) => tags))]}
      known={inUse.filter((tag) => !articles.every(({ tags }) => tags.includes(tag)))}
      list="always"
      takesFocus
      onAdd={(added) => {
        for (const tag of added) actions.addTag(articles, tag)
        change((tags) => [...new Set([...tags, ...added])])
      }}
      onRemove={(tag) => {
        actions.removeTag(articles, tag)
        change((tags) => tags.filter((other) => other !== tag))
      }}
      onDone={onDone}
    />
  )
}
