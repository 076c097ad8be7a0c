import type { ArticleRecord, Found, GivenFile, Problem, Reading } from './record'
import { FORMATS } from './formats/formats'
import { parseJson } from './reading/json'

/** A file as it was given. */
export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What stood in some files. */
export interface ReadFiles extends Found {
  /** The tools that the files are from, each once. */
  readonly tools: readonly string[]
  /** The files that were recognised. */
  readonly files: readonly { readonly name: string; readonly tool: string }[]
}

export interface ReadFilesDeps {
  /** Bytes as text, whatever they are encoded in; a byte-order mark is gone. */
  readonly decode: (bytes: Uint8Array) => string
  /** The files of a zip archive. @throws when it is damaged */
  readonly openZip: (bytes: Uint8Array<ArrayBuffer>) => {
    readonly paths: readonly string[]
    get(path: string): Uint8Array<ArrayBuffer> | null
  }
}

/** Files of an export that no reader looks at by themselves. */
const BESIDE =
  /(?:^|\/)(?:content|highlights|files\/\d+)\/[^/]+\.(?:html?|md|pdf)$|\.(?:png|jpe?g|gif|webp|svg|ico|css|js|pdf|epub)$/iu
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/u

/** Reads an export of any of the tools: its files, the files of zip archives among them. What nobody reads is reported. */
export function readFiles(given: readonly RawFile[], { decode, openZip }: ReadFilesDeps): ReadFiles {
  const problems: Problem[] = []
  const all = new Map<string, () => Uint8Array<ArrayBuffer> | null>()
  for (const { name, bytes } of given) {
    if (!isZip(bytes)) {
      all.set(name, () => bytes)
      continue
    }
    try {
      const zip = openZip(bytes)
      const folder = given.length === 1 ? '' : `${name}/`
      for (const path of zip.paths) all.set(folder + path, () => zip.get(path))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      problems.push({ where: { file: name, line: null }, message: `This zip archive cannot be opened: ${why}.` })
    }
  }
  const text = (name: string): string | null => {
    const bytes = all.get(name)?.() ?? null
    return bytes === null ? null : decode(bytes)
  }
  const articles: ArticleRecord[] = []
  const files: { name: string; tool: string }[] = []
  const names = [...all.keys()].filter((name) => !HIDDEN.test(name) && !name.endsWith('/'))
  const isAlone = names.length === 1
  for (const name of names) {
    if (BESIDE.test(name) && !isAlone) continue
    const where = { file: name, line: null }
    const content = text(name)
    if (content === null) {
      problems.push({ where, message: 'This file is damaged or too large.' })
      continue
    }
    const found = readOne({ name, text: content }, (path) => (all.has(path) ? () => text(path) : null))
    if (found === null) problems.push({ where, message: explain(content) })
    else {
      files.push({ name, tool: found.tool })
      articles.push(...found.articles)
      problems.push(...found.problems)
    }
  }
  return { articles, problems, files, tools: [...new Set(files.map(({ tool }) => tool))] }
}

function readOne(
  file: GivenFile,
  later: (name: string) => (() => string | null) | null,
): (Found & { tool: string }) | null {
  const folder = file.name.includes('/') ? file.name.replace(/[^/]*$/u, '') : ''
  const reading: Reading = { ...file, json: parseJson(file.text), sibling: (path) => later(folder + path) }
  const format = FORMATS.find((one) => one.recognises(reading))
  if (format === undefined) return null
  return { ...format.read(reading), tool: format.tool }
}

function explain(text: string): string {
  if (text.trim() === '') return 'This file is empty.'
  if (/^\s*[[{]/u.test(text) && parseJson(text) === undefined)
    return 'This file is not whole: it begins as JSON and does not end as JSON.'
  return 'This file is of no tool that Lectern knows.'
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}
