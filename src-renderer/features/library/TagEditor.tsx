import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import type { Article } from '@shared/domain/article'
import { cleanTag } from '@shared/text/clean-tag'
import { useTags } from '../../client/tags'
import { counted } from '../../ui/article-words'
import { reportError } from '../../ui/perform'
import { useArticleActions } from '../../ui/use-article-actions'
import './TagEditor.css'

interface TagEditorProps {
  /** Where it opens, in CSS pixels of the window; null while it is closed. */
  at: { x: number; y: number } | null
  /** Reads the articles to tag. */
  load: () => Promise<Article[]>
  onClose: () => void
}

/** Adds tags to articles and takes them away; completes from the tags in use. */
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
          <TagFields load={load} />
        </Dialog>
      </Popover>
    </>
  )
}

/** Thousands of rows at once would be felt while one types. */
const MOST = 100

function TagFields({ load }: { load: () => Promise<Article[]> }) {
  const inUse = useTags()
  const actions = useArticleActions()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const [articles, setArticles] = useState<Article[]>([])
  const first = useRef(load)
  useEffect(() => {
    first.current().then(setArticles).catch(reportError)
  }, [])

  const present = [...new Set(articles.flatMap(({ tags }) => tags))]
  const typed = cleanTag(text)
  const known = [...inUse]
    .sort((a, b) => b.articles - a.articles)
    .map(({ tag }) => tag)
    .filter((tag) => !articles.every(({ tags }) => tags.includes(tag)))
  const isTyped = (tag: string) => tag.toLowerCase() === typed.toLowerCase()
  // What is typed whole is what Enter means.
  const found = known.filter((tag) => contains(tag, typed)).sort((a, b) => Number(isTyped(b)) - Number(isTyped(a)))
  const isNew = typed !== '' && ![...known, ...present].some(isTyped)

  function change(edit: (tags: string[]) => string[]): void {
    setArticles(articles.map((article) => ({ ...article, tags: edit(article.tags) })))
  }
  function add(tag: string): void {
    actions.addTag(articles, tag)
    change((tags) => [...new Set([...tags, tag])])
    setText('')
  }
  function remove(tag: string): void {
    actions.removeTag(articles, tag)
    change((tags) => tags.filter((other) => other !== tag))
  }

  return (
    <div className="tag-editor">
      {articles.length > 1 && <p className="tag-editor__scope">{counted(articles.length, 'article')}</p>}
      {present.length > 0 && (
        <ul className="tag-editor__present" aria-label="Tags it has">
          {present.map((tag) => (
            <li key={tag} className="tag-editor__tag">
              {tag}
              <Button className="tag-editor__remove" aria-label={`Remove tag ${tag}`} onPress={() => remove(tag)}>
                <X className="icon icon--xs" aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label="Add a tag" autoFocus>
          <Input className="tag-editor__input" placeholder="Add a tag" />
        </SearchField>
        <Menu
          className="menu tag-editor__menu"
          aria-label="Tags"
          items={[
            ...(isNew ? [{ id: `new ${typed}`, tag: typed, isNew }] : []),
            ...found.slice(0, MOST).map((tag) => ({ id: tag, tag, isNew: false })),
          ]}
          renderEmptyState={() => <p className="tag-editor__scope">Type a tag and press Enter.</p>}
        >
          {(item) => (
            <MenuItem className="menu__item" textValue={item.tag} onAction={() => add(item.tag)}>
              {item.isNew ? <Plus aria-hidden /> : <span className="tag-editor__hash">#</span>}
              <span className="grow truncate">{item.isNew ? `New tag “${item.tag}”` : item.tag}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  )
}
