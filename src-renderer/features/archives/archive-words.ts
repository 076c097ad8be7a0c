import type { Archive } from '@shared/contract/archives'
import { counted } from '../../ui/words/article-words'
import { sizeInWords } from '../../ui/words/size-words'

/** What an archive is, in a line: how many articles, how large, in which language, from when, in which file. */
export function archiveInWords({ articleCount, bytes, language, date, path }: Archive): string {
  const parts = [
    counted(articleCount, 'article'),
    sizeInWords(bytes),
    languageInWords(language),
    dateInWords(date),
    fileName(path),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function languageInWords(language: string | null): string | null {
  const codes = (language ?? '').split(/[,;\s]+/u).filter((code) => /^[a-z]{2,3}(?:-|$)/iu.test(code) && code !== 'mul')
  if (codes.length === 0) return null
  if (codes.length > 2) return counted(codes.length, 'language')
  return codes.map(nameOfLanguage).join(', ')
}

function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function dateInWords(date: string | null): string | null {
  const [, year, month] = /^(\d{4})-(\d{2})/u.exec(date ?? '') ?? []
  if (year === undefined || month === undefined) return date
  return new Date(Number(year), Number(month) - 1).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
}

function fileName(path: string): string {
  return path.replace(/^.*[\\/]/su, '')
}
