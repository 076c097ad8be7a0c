import type { CslItem } from './csl-item'

/**
 * What stands for signs in what is handed to citeproc, since it reads some tags in titles, and puts text together by patterns in which
 * `$` has a meaning. Unicode keeps these code points free for such uses (noncharacters, Unicode 16, chapter 23.7).
 */
const STANDS_FOR: Readonly<Record<string, string>> = { '<': '\uFDD0', $: '\uFDD1' }
/** Stands for the apostrophe of an address, which citeproc would make a curly one. */
const APOSTROPHE = '\uFDD2'

/** Parts of a person's name, beginning with a letter. */
const PERSON = /^\p{L}[\p{L}\p{M}\s.'’‐-]*$/u

/**
 * A source as citeproc takes it, with its texts as words alone: no tag that it would read, no character that means nothing, and no
 * person without a name, with signs in it or called as a property of every object is, over which it fails or never ends. A wiki page's revision is in its address, and stays
 * out: styles would print the number as if it were the encyclopedia's edition.
 */
export function forCiteproc(item: CslItem): object {
  const { issued, accessed, language } = item
  // It decides whether words of a title are capitalised, and is looked up as it stands.
  const tongue = /^[a-z]{2,3}(?=$|[-_])/iu.exec(language ?? '')?.[0].toLowerCase()
  const author = item.author?.flatMap((name): object[] => {
    const { family, given, suffix, literal } = { ...Object.fromEntries(said(name)) }
    const parts = [given, family, suffix].filter((part) => part !== undefined)
    const isPerson = family !== undefined && parts.every((part) => PERSON.test(part) && !(part in Object.prototype))
    const whole = literal ?? (isPerson ? '' : parts.join(' '))
    if (whole !== '') return [{ literal: whole }]
    return isPerson ? [{ family, ...(given && { given }), ...(suffix && { suffix }) }] : []
  })
  const words = said(item).filter(([key]) => key !== 'version' && key !== 'language')
  return {
    ...Object.fromEntries(words),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(author && { author }),
    ...(tongue && { language: tongue }),
  }
}

/** What texts of a thing say something, as words alone. */
function said(thing: object): [string, string][] {
  return Object.entries(thing).flatMap(([key, value]): [string, string][] => {
    const text = typeof value === 'string' ? plain(value) : ''
    const words = key === 'URL' || key === 'DOI' ? text.replaceAll("'", APOSTROPHE) : text
    return words === '' ? [] : [[key, words]]
  })
}

/** A text as words alone, which `asWritten` gives back. */
export function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .trim()
    .replace(/[<$]/gu, (sign) => STANDS_FOR[sign] ?? '')
}

/** What citeproc made of such texts, with the signs back in their places. */
export function asWritten(text: string): string {
  return text
    .replace(/\uFDD0/gu, '<')
    .replace(/\uFDD1/gu, '$')
    .replaceAll(APOSTROPHE, "'")
}
