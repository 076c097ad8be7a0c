import type { ManifestItem } from './package-document'

/** What can be made of a file of a book: a document, words without markup, XML that may be a document, a drawing, a picture. */
export type Kind = 'document' | 'words' | 'xml' | 'drawing' | 'picture'

const SVG = 'image/svg+xml'

/** What a file is by its media type, and where that says little by its name; null for what cannot be shown. */
export function kindOf(item: ManifestItem): Kind | null {
  const type = typeOf(item)
  if (/^(?:application\/(?:xhtml\+xml|x-dtbook\+xml)|text\/(?:html|x-oeb1-document))$/u.test(type)) return 'document'
  if (type === SVG || type === 'image/svg') return 'drawing'
  if (/^image\/(?:png|jpe?g|gif|webp|avif|bmp)$/u.test(type)) return 'picture'
  if (type === 'text/plain') return 'words'
  return /[/+]xml$/u.test(type) ? 'xml' : null
}

function typeOf({ type, url }: ManifestItem): string {
  if (!/^(?:|text\/plain|text\/xml|application\/(?:xml|octet-stream|unknown))$/u.test(type)) return type
  const extension = /\.([a-z\d]+)$/iu.exec(url)?.[1]?.toLowerCase() ?? ''
  if (extension === 'svg') return SVG
  if (/^x?html?$/u.test(extension)) return 'application/xhtml+xml'
  return /^(?:png|jpe?g|gif|webp|avif|bmp)$/u.test(extension) ? `image/${extension}` : type
}
