import type { CitationStyle } from '@shared/domain/output'

/** The styles that sources are cited in, as people know them. */
export const CITATION_STYLES: readonly { readonly value: CitationStyle; readonly label: string }[] = [
  { value: 'apa', label: 'APA, 7th edition' },
  { value: 'mla', label: 'MLA, 9th edition' },
  { value: 'chicago', label: 'Chicago, author and date' },
  { value: 'harvard', label: 'Harvard (Cite Them Right)' },
  { value: 'vancouver', label: 'Vancouver' },
]
