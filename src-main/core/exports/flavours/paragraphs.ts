import type { MergeMarks } from '../merging/merge-blocks'

/** The note on an article, where blocks are paragraphs. */
export const NOTE_TEMPLATE = '{{ note }}\n\n{% for tag in tags %}#{{ tag }} {% endfor %}'

/**
 * Puts Lectern's version of a block below the person's own, where blocks are paragraphs.
 * @param note what stands between the two
 * @param renamed an id of its own for the version below: one may stand in a file once
 */
export function offerBelow(note: string, renamed: (token: string) => string): MergeMarks['offer'] {
  return ({ text, token }) => {
    const other = token === null ? null : renamed(token)
    const own = token === null || other === null ? text : text.replace(token, other)
    return { text: `${note}\n\n${own}`, token: other }
  }
}
