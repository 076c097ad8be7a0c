/** A request for a summary, and of what: a section by its heading, or an article by its title; null for what is asked itself. */
export interface SummaryRequest {
  readonly of: string | null
}

const SUMMARY =
  /^\s*(?:(?:please|can you|could you)\s+)*(?:summari[sz]e|sum up|give (?:me )?(?:a |an )?(?:short |brief |quick )?(?:summary|overview)(?: of)?|what (?:is|are) the (?:main|key) (?:points?|ideas?)(?: of)?|tl;?dr|fasse?|zusammenfassung(?: von)?|résumer?[sz]?|resum[ea]n?|riassum[ie]|总结|概括|要約)\s*(.*?)(?:\s+zusammen)?\s*[.?!。？]*\s*$/iu
const ABOUT =
  /^\s*(?:what is (?:this|the) (?:article|section|text|passage|selection|topic) about|worum geht es(?: (?:hier|in (?:diesem|dem) (?:artikel|text|abschnitt)))?)\s*\??\s*$/iu
/** Words that point at what is asked anyway. */
const THIS =
  /^(?:(?:of|the|this|that|my|whole|entire|diesen?|den|das|die|cet|cette|l['’]|le|la|este|el|questo|it)\s+)*(?:article|section|text|page|passage|selection|topic|library|artikel|abschnitt|auswahl|texte?|articolo|artículo|it|this|that)?(?:\s+(?:for me|briefly|in short))?$/iu

/** Whether a summary is asked for, and of what; null when not. */
export function summaryRequest(text: string): SummaryRequest | null {
  if (ABOUT.test(text)) return { of: null }
  const rest = SUMMARY.exec(text)?.[1]?.trim()
  if (rest === undefined) return null
  if (THIS.test(rest)) return { of: null }
  const named = rest
    .replace(
      /^(?:of\s+)?(?:the\s+)?(?:article|section|chapter|part|abschnitt)\s+(?:on|about|called|named|titled|über)?\s*/iu,
      '',
    )
    .replace(/\s+(?:section|chapter|article|part)$/iu, '')
    .replace(/^(?:of|the|den|das|die)\s+/iu, '')
    .replace(/^["'“‘„«]|["'”’“»]$/gu, '')
    .trim()
  return { of: named === '' ? null : named }
}

const COMPARED = [
  /\b(?:compare|contrast)\s+(.+?)\s+(?:and|with|to|against|versus)\s+(.+?)\s*[.?!]*$/iu,
  /\b(?:differences?|similarit(?:y|ies)|distinction|comparison)\s+between\s+(.+?)\s+and\s+(.+?)\s*[.?!]*$/iu,
  /\bhow\s+(?:do|does|did|is|are|was|were)\s+(.+?)\s+(?:differ(?:ent)?|distinct)\s+from\s+(.+?)\s*[.?!]*$/iu,
  /\b(?:unterschiede?|vergleich)\s+zwischen\s+(.+?)\s+und\s+(.+?)\s*[.?!]*$/iu,
  /\bvergleiche?\s+(.+?)\s+(?:und|mit)\s+(.+?)\s*[.?!]*$/iu,
  /\b(?:différences?|comparaison)\s+entre\s+(.+?)\s+et\s+(.+?)\s*[.?!]*$/iu,
  /\b(?:diferencias?|comparación)\s+entre\s+(.+?)\s+y\s+(.+?)\s*[.?!]*$/iu,
  /^\s*(.+?)\s+(?:vs\.?|versus)\s+(.+?)\s*[.?!]*$/iu,
]

/** The two things that a question compares; null when it does not. */
export function comparedThings(text: string): readonly [string, string] | null {
  for (const pattern of COMPARED) {
    const match = pattern.exec(text)
    if (match?.[1] !== undefined && match[2] !== undefined) return [match[1], match[2]]
  }
  return null
}

const NUMBER_ASKED =
  /^\s*(?:please\s+)?(?:name|list|give(?: me)?|mention|nenne)\s+(?:me\s+)?(?:the\s+|some\s+)?(?:(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s)?/iu
const LIST =
  /^\s*(?:and\s+)?(?:(?:please\s+)?(?:name|list|enumerate|mention|nenne|liste|give (?:me )?(?:some |an? )?(?:examples?|two|three|four|five|\d{1,2}))\b|who (?:were|are)\b|which (?:\p{L}+ )?\p{L}{3,}[^s\W]s\b(?! (?:is|was|has|does)\b)|what (?:are|were) (?:the|some|two|three|four|five|examples)\b|what (?:kinds|types|sorts|examples)\b|(?:what|which) (?:two|three|four|five|\d{1,2}) |wer waren\b|welche (?:\p{L}+ )?\p{L}+en\b|quels?\b|quelles?\b|cuáles\b|quali\b|какие\b)/iu
const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** How many members a list may have, when one is asked for; null when not. */
export function listAsked(text: string): number | null {
  if (!LIST.test(text)) return null
  const count =
    NUMBER_ASKED.exec(text)?.[1]?.toLowerCase() ?? /\b(?:what|which) (two|three|four|five|\d{1,2}) /iu.exec(text)?.[1]
  if (count === undefined) return Infinity
  const place = WORDS.indexOf(count.toLowerCase())
  return place > 0 ? place : Number(count)
}
