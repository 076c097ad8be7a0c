/** The default front matter: a line without a value is left out. */
const KEYS = [
  ['title', 'title'],
  ['author', 'author'],
  ['site', 'site'],
  ['source', 'url'],
  ['published', 'published'],
  ['added', 'added'],
  ['tags', 'tags'],
  ['language', 'language'],
  ['licence', 'licence'],
  ['licence-url', 'licenceUrl'],
  ['authors', 'licenceAuthors'],
] as const

/** The default template of the front matter, with what stands between a key and its value. */
export function frontMatterTemplate(between: ':' | '::', without: readonly string[] = []): string {
  return KEYS.filter(([key]) => !without.includes(key))
    .map(([key, name]) => `${key}${between} {{ ${name} }}\n`)
    .join('')
}
