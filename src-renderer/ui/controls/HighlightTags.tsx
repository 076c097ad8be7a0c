import { useEffect, useState } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { counted } from '../words/article-words'
import { reportError } from '../undo/perform'
import { TagField } from './TagField'
import { useKnownTags } from '../../client/tags'
import { useHighlightActions } from '../actions/use-highlight-actions'

interface HighlightTagsProps {
  ids: readonly AnnotationId[]
  onDone: () => void
}

/** Adds tags to highlights and takes them away. */
export function HighlightTags({ ids, onDone }: HighlightTagsProps) {
  const known = useKnownTags()
  const { read, addTag, removeTag } = useHighlightActions()
  const [present, setPresent] = useState<readonly string[]>([])
  useEffect(() => {
    read(ids)
      .then((all) => setPresent([...new Set(all.flatMap(({ tags }) => tags))]))
      .catch(reportError)
  }, [ids, read])

  return (
    <TagField
      scope={counted(ids.length, 'highlight')}
      tags={present}
      known={known}
      list="always"
      takesFocus
      onAdd={(added) => {
        setPresent([...new Set([...present, ...added])])
        for (const tag of added) void addTag(ids, tag)
      }}
      onRemove={(tag) => {
        setPresent(present.filter((other) => other !== tag))
        void removeTag(ids, tag)
      }}
      onDone={onDone}
    />
  )
}
