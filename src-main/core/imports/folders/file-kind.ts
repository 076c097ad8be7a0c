/** What files with these extensions are, for a person; they are not articles, whatever is in them. */
const NAMES: Readonly<Record<string, string>> = {
  ...named('an image', 'png jpg jpeg jfif gif webp avif bmp ico tif tiff heic heif svg svgz psd'),
  ...named('a style sheet', 'css scss less'),
  ...named('a script', 'js mjs cjs ts jsx tsx map wasm'),
  ...named('a font', 'woff woff2 ttf otf eot'),
  ...named('a sound file', 'mp3 m4a ogg oga opus wav flac aac'),
  ...named('a video', 'mp4 m4v webm mov avi mkv ogv'),
  ...named('data, not text to read', 'json jsonl ndjson csv tsv sqlite db'),
  ...named('a PDF', 'pdf'),
  ...named('an e-book, but no EPUB', 'mobi azw azw3 azw4 kfx fb2 lit prc ibooks'),
  ...named('an office document', 'doc docx odt rtf pages xls xlsx ods ppt pptx odp key'),
  ...named('an archive', 'zip gz tgz bz2 xz 7z rar tar zst'),
  ...named('a web archive of another kind; save the page as HTML or MHTML instead', 'warc maff wacz'),
  ...named('a ZIM archive', 'zim'),
  ...named('a program', 'exe msi dmg app appimage deb rpm dll so dylib'),
}

/** What a saved page loads to be shown, and what is no loss when it is dropped along with one. */
const LOADED = new Set(['an image', 'a style sheet', 'a script', 'a font', 'a sound file', 'a video'])

const PAGE = /\.x?html?$/iu
const ARTICLE = /\.(?:x?html?|md|markdown|mdown|mkdn?|txt|text|epub|mht|mhtml|webarchive)$/iu

/** What can be read, for the end of a refusal. */
export const READABLE = 'Web pages (HTML, MHTML, webarchive), e-books (EPUB), Markdown and plain text can be read.'

function named(name: string, extensions: string): Record<string, string> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, name]))
}

/** Whether a name says that this is a web page. */
export function isPage(path: string): boolean {
  return PAGE.test(path)
}

/** Whether a name says that this can be read. */
export function isArticle(path: string): boolean {
  return ARTICLE.test(path)
}

/** What a file that cannot be read is, by its name, such as `an image`; null when the name does not tell. */
export function notAnArticle(path: string): string | null {
  const extension = /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(NAMES, extension) ? (NAMES[extension] ?? null) : null
}

/** Whether a page may load such a file to be shown. */
export function isLoadedByPages(path: string): boolean {
  return LOADED.has(notAnArticle(path) ?? '')
}
