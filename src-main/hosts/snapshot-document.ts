/** A stored fragment as `snapshots.html` answers it. */
export interface SnapshotHtml {
  readonly html: string
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
}

/**
 * The document that the reading frame loads. `main#content` is the content root: nothing may be added inside it, not even
 * white space, or every offset would be wrong.
 */
export function snapshotDocument({ html, language, direction, title }: SnapshotHtml): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  return (
    `<!doctype html><html${lang} dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body><main id="content">${html}</main></body></html>`
  )
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`)
}
