import type { Licence } from '@shared/domain/snapshot'
import { type Element, attr, closest, collapse, elements, hasClass, plainText } from '../../html/html-tree'
import { licenceName } from '../../metadata/licence'
import { isWikimedia, webLink } from './address'

const FOOT_IDS = ['footer-info-copyright', 'copyright', 'f-copyright', 'mw-data-after-content-copyright']
const NAMES_TERMS =
  /creative ?commons|cc[- ]by|gnu|licen[cs]|lizenz|licenz|lisens|lisans|лиценз|ліценз|ライセンス|授权|授權|许可|許可|라이선스|رخصة|ترخيص|پروانه|רישיון|άδεια/iu

/** The terms that a wiki's foot states, or those that all of Wikimedia's texts are under when a bare page states none. */
export function readTerms(all: readonly Element[], project: string | null): Licence | null {
  const foot = FOOT_IDS.map((id) => all.find((element) => attr(element, 'id') === id)).find(
    (element) => element !== undefined,
  )
  const fromFoot = foot ? termsIn(foot) : null
  if (fromFoot) return fromFoot
  const link = all.find(
    (element) =>
      (element.tagName === 'a' || element.tagName === 'link') &&
      attr(element, 'href') !== null &&
      (/(?:^|\s)license(?:\s|$)/u.test(attr(element, 'rel') ?? '') ||
        (/creativecommons\.org\/(?:licenses|publicdomain)\//u.test(attr(element, 'href') ?? '') &&
          !isOfPicture(element))),
  )
  const isOwn = isWikimedia(project)
  if (link && (!isOwn || /\/by-sa\//u.test(attr(link, 'href') ?? ''))) {
    const url = webLink(attr(link, 'href'), null)
    const name = url === null ? null : licenceName(url)
    const words = plainText(link)
    return licence(
      name !== null && isOwn ? WIKIMEDIA_STATEMENT : words === '' ? (name ?? url ?? 'Licence') : words,
      url,
    )
  }
  return isOwn ? licence(WIKIMEDIA_STATEMENT, WIKIMEDIA_DEED) : null
}

/** Credits of pictures and rows of tables name terms that are not the text's. */
function isOfPicture(link: Element): boolean {
  return closest(link, (at) => /^(?:figure|table|li)$/u.test(at.tagName) || hasClass(at, 'thumb', 'gallery')) !== null
}

const WIKIMEDIA_STATEMENT = 'Text is available under the Creative Commons Attribution-ShareAlike License.'
const WIKIMEDIA_DEED = 'https://creativecommons.org/licenses/by-sa/4.0/'

function termsIn(foot: Element): Licence | null {
  const text = plainText(foot)
  const links = elements(foot, 'a').filter((link) => attr(link, 'href') !== null)
  const link =
    links.find((element) => /creativecommons\.org\/(?:licenses|publicdomain)/iu.test(attr(element, 'href') ?? '')) ??
    links.find((element) =>
      /license|creativecommons/iu.test(`${attr(element, 'rel') ?? ''} ${attr(element, 'href') ?? ''}`),
    )
  if (text === '') return null
  const words = link ? plainText(link) : ''
  const sentences = text.split(/(?<=[.。;；؛।])\s*(?=\S)(?<!\d\.)/u)
  const sentence =
    sentences.find((one) => words !== '' && one.includes(words)) ?? sentences.find((one) => NAMES_TERMS.test(one))
  return licence(sentence ?? text.slice(0, 400), webLink(link ? attr(link, 'href') : null, null))
}

function licence(given: string, url: string | null): Licence {
  const statement = collapse(given)
    .replace(/\s+(?=[.,;])/gu, '')
    .replace(/[;,；؛]$/u, '.')
  const version = /(?:ShareAlike(?: License)?|BY-SA) (\d\.\d)/iu.exec(statement)?.[1]
  return {
    statement,
    url,
    name: (url === null ? null : licenceName(url)) ?? (version ? `CC BY-SA ${version}` : null),
  }
}
