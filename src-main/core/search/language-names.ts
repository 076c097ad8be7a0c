import { fold } from '@shared/text/fold'

/** What a language may be called, folded: its tag (BCP 47), the tag without its region, its English name and its own. */
export function languageNames(tag: string): string[] {
  const [code = ''] = tag.toLowerCase().split(/[-_]/u)
  const names = [tag.toLowerCase(), code]
  for (const inLanguage of ['en', code]) {
    try {
      names.push(fold(new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? ''))
    } catch {
      // A tag that is none, such as `x`: pages say what they like.
    }
  }
  return names
}
