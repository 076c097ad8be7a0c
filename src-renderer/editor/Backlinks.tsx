import { FileText, StickyNote } from 'lucide-react'
import { useId } from 'react'
import type { Backlink } from '@shared/domain/note'
import type { LinkTarget } from '@shared/domain/note-document'
import { useBacklinks } from '../client/notes'
import { navigate, openArticle } from '../ui/places/route'
import './Backlinks.css'

function open({ source }: Backlink): void {
  if (source.kind === 'note') navigate({ page: 'notes', noteId: source.noteId })
  else openArticle(source.articleId, { annotationId: source.kind === 'highlight' ? source.annotationId : null })
}

function sourceKey({ source }: Backlink): string {
  return source.kind === 'note' ? source.noteId : source.annotationId
}

/** The notes that link to an article or a note; nothing where there are none. */
export function Backlinks({ target }: { readonly target: LinkTarget }) {
  const { data = [] } = useBacklinks(target)
  const id = useId()
  if (data.length === 0) return null
  return (
    <section className="backlinks" aria-labelledby={id}>
      <h3 id={id} className="backlinks__title">
        Linked from
      </h3>
      <ul>
        {data.map((link) => (
          <li key={sourceKey(link)}>
            <button type="button" className="backlinks__link" onClick={() => open(link)}>
              <span className="backlinks__from">
                {link.source.kind === 'note' ? (
                  <StickyNote className="icon" aria-hidden />
                ) : (
                  <FileText className="icon" aria-hidden />
                )}
                <span className="truncate">
                  {link.source.kind === 'note' ? link.title || 'Untitled note' : `A note on “${link.title}”`}
                </span>
              </span>
              <span className="backlinks__words">{link.excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
