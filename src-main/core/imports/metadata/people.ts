import { collapse } from '../html/html-tree'
import { findDate } from './date-text'
import { isSite, type Site } from './site-name'

const LEAD =
  /^(?:(?:written|posted|published|article|story|text|words|reporting|photos?|artikel|beitrag|verfasst|veröffentlicht|publié|rédigé|escrito|publicado|scritto|pubblicato|geschreven|skrevet|skriven)\s+)?(?:by|von|par|por|di|door|av|af|ved|autor(?:in|en|es|zy)?|author|authors|auteur|auteure|autore|text|texte|texto|testo|tekst|przez|автор|от|szerző|yazan|written by|schrijver|kirjoittanut|de|بقلم|كتبه?|كتبت|نویسنده|מאת|लेखक|作者|撰文|记者|記者|글쓴이)(?:[\s:：]+|$)/iu
const SEE_ALL =
  /^(?:view all (?:posts|articles|stories) (?:by|from)|all (?:posts|articles) by|posts by|articles? by|zeige alle beiträge von|alle beiträge von|alle artikel von|alles von|beiträge von|mehr von|voir (?:tous les articles|toutes les publications) (?:de|par)|articles (?:de|par)|ver todas las entradas (?:de|por)|entradas de|ver todos los artículos de|mostra tutti gli articoli di|articoli di|ver todos os posts de|artigos de|bekijk alle berichten van|visa alla inlägg av|profile of|more from|more by)[\s:]*/iu
const ROLE =
  /^(?:senior |chief |deputy |managing |associate |assistant |staff |contributing |guest |freelance )*(?:writer|reporter|editor|editor-in-chief|correspondent|contributor|columnist|journalist|producer|photographer|author|analyst|staff|redakteur(?:in)?|chefredakteur(?:in)?|volontär(?:in)?|korrespondent(?:in)?|journaliste?|rédact(?:eur|rice)|redactor[a]?|periodista|giornalista|autor(?:in)?|vice president|president|vp|director|head of|ceo|cfo|cto|founder|co-founder|professor|fellow|research scientist|manager|partner|chair(?:man|woman)?)\b/iu
const DEGREE = /^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?b\.?a|m\.?sc|b\.?sc|jr|sr|esq|et al)\.?$/iu
/** Small words that names may begin with. */
const PARTICLE = /^(?:de|da|di|del|van|von|vom|zu|zur|al|el|bin|ibn|la|le|du|ter|ten|af|av|d'|d’|o')(?:\s|$)/u
const LONGEST = 600

/**
 * Names of people out of what stands in a byline: without "by", roles, dates, addresses and the site's name, each once.
 */
export function namesIn(byline: string, site: Site): string[] {
  if (/^\s*(?:https?:\/\/|www\.)/iu.test(byline)) return []
  const line = withoutDate(collapse(byline.slice(0, LONGEST).replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')))
    .replace(SEE_ALL, '')
    .replace(LEAD, '')
    .replace(/\s*[<([]?\S+(?:@|\[at\]|\(at\))\S+\.\w+[>)\]]?/giu, '')
    .replace(/\s*[-–|(]?\s*(?:https?:\/\/|www\.)\S+/giu, '')
    .replace(/\s@[\w.]+/gu, '')
    .replace(
      /\s+(?:am|on|vom|publiziert|published|updated|veröffentlicht|posted|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|opublikowano|publikováno|publié|publicado|pubblicato|gepubliceerd|julkaistu|diterbitkan)(?:\s.*)?$/iu,
      '',
    )
  const first = line.split(/\s[|•·–—]\s|\s\/\/\s/u)[0] ?? ''
  return first.split(/\s*[;؛]\s*|\s+(?:and|und|et|y|e|og|och|en|i|ja|и|та|és|ve|&)\s+|\s*\/\s*/iu).flatMap((group) => {
    const parts = group.split(/\s*[,،、]\s*/u).map(clean)
    const role = parts.findIndex((part) => ROLE.test(part))
    return (role > 0 ? parts.slice(0, role) : parts).filter((name) => isName(name) && !isSite(name, site))
  })
}

function withoutDate(line: string): string {
  const found = findDate(line)
  if (found === null) return line
  return found.start > 2 ? line.slice(0, found.start) : line.slice(found.end)
}

function clean(name: string): string {
  return collapse(name)
    .replace(SEE_ALL, '')
    .replace(LEAD, '')
    .replace(/\s*\((?:[^()]*)\)$/u, '')
    .replace(/^[\s,;:|–~*•·-]+|[\s,;:|–~*•·-]+$/gu, '')
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length < 80 &&
    /\p{L}/u.test(name) &&
    name.split(' ').length <= 6 &&
    !ROLE.test(name) &&
    !DEGREE.test(name) &&
    (!/^\p{Ll}.*\s/u.test(name) || PARTICLE.test(name)) &&
    !/^\d+\s|https?:|^www\.|@|\d{3,}|\d:\d|[{}<>=$#?!]|^(?:\w*admin|administrator|user|guest|unknown|anonym(?:ous|us|e|os?)?|anónimo|anônimo|anonimo|null|undefined|none|n\/a|share|follow)$|^(?:zur?|alle?|mehr|more|see|show|view|read|back|zurück|publiziert|veröffentlicht|posted|published|updated|publié|publicado|pubblicato|posted in|filed under|read more|kommentare?|comments?)(?:\s|$)/iu.test(
      name,
    )
  )
}

/** `Last, First`, as libraries write it, the way it is read. */
export function turned(name: string): string {
  const found = /^([\p{L}'’ -]+),\s*([\p{L}.'’ -]+)$/u.exec(name)
  return found ? `${found[2] ?? ''} ${found[1] ?? ''}` : name
}

/** Each name once; a name that is part of a longer one adds nothing. */
export function distinct(names: readonly string[]): string[] {
  const byKey = new Map(names.map((name) => [name.toLowerCase(), name]))
  return [...byKey.values()]
}
