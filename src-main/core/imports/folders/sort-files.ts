import { isArticle, isLoadedByPages, isPage } from './file-kind'

/** How browsers name the folder of what a saved page loads, after the page's own name. */
const COMPANION_FOLDER =
  /^(.+?)(?:[_-](?:files|dateien|fichiers|archivos|ficheros|arquivos|ficheiros|bestanden|filer|pliki|file|bylos|datoteke|dosyalar|elemei|failid|fails|fajlovi|fitxategiak|fitxers|soubory|tiedostot)|\.files)$/iu

const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', '__macosx', '$recycle.bin', 'icon\r'])

/** What a file of a drop is there for. */
export type FileRole =
  /** To be read, or to be refused with a reason. */
  | 'item'
  /** Shown by some page of the drop. */
  | 'companion'
  /** Put there by the system; nobody means to import it. */
  | 'ignored'

/**
 * Tells the articles of a drop from what belongs to them: files in the folder that a browser saved beside a page, and all images,
 * style sheets and the like where there is anything to read. Without an article, an image is an item, so that its refusal is seen.
 * @param paths within what was dropped, `/` between parts
 * @returns one role for each path, in their order
 */
export function sortFiles(paths: readonly string[]): FileRole[] {
  const parts = paths.map((path) => path.split(/[\\/]+/u).filter((part) => part !== '' && part !== '.'))
  const pages = new Set<string>()
  for (const [at, path] of paths.entries()) if (isPage(path)) pages.add(stem(parts[at] ?? []))
  const hasArticle = paths.some((path, at) => isArticle(path) && !isSystem(parts[at] ?? []))
  return paths.map((path, at) => {
    const own = parts[at] ?? []
    if (isSystem(own)) return 'ignored'
    if (isBesidePage(own, pages) || (hasArticle && isLoadedByPages(path))) return 'companion'
    return 'item'
  })
}

function isSystem(parts: readonly string[]): boolean {
  return parts.some((part) => (part.startsWith('.') && part !== '..') || SYSTEM_FILES.has(part.toLowerCase()))
}

function isBesidePage(parts: readonly string[], pages: ReadonlySet<string>): boolean {
  return parts.slice(0, -1).some((folder, depth) => {
    const name = COMPANION_FOLDER.exec(folder)?.[1]
    return name !== undefined && pages.has(key([...parts.slice(0, depth), name]))
  })
}

function stem(parts: readonly string[]): string {
  const name = parts[parts.length - 1] ?? ''
  return key([...parts.slice(0, -1), name.replace(/\.[^.]*$/u, '')])
}

function key(parts: readonly string[]): string {
  return parts.join('/').normalize('NFC').toLowerCase()
}
