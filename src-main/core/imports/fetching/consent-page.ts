import { type Fragment, briefText } from '../html/html-tree'

/** What pages speak of that ask for consent before they show anything. */
const TERMS =
  /\b(?:cookies?|consent|tracking|trackers?|vendors?|partners?|personal data|privacy|opt out|einwillig\p{L}*|zustimm\p{L}*|datenschutz\p{L}*|partnern?|consentement|traceurs?|données personnelles|confidentialité|partenaires|consentimiento|privacidad|datos personales|socios|consenso|privacy|toestemming|privacybeleid|zgod\p{L}*|samtycke|samtykke|куки|согласи\p{L}*)(?!\p{L})|同意|クッキー|隐私|쿠키/giu
const ASKS =
  /cookies?|consent|privacy|einwillig|zustimm|datenschutz|consentement|traceur|consentimiento|privacidad|consenso|toestemming|zgod|samtyc|samtykke|before you continue|bevor sie (?:fortfahren|zu)|同意|クッキー|쿠키/iu
/** A text this long is about consent rather than a request for it. */
const LONGEST = 3000
const OPENING = 300

/**
 * Whether what was found is a site's question about cookies and consent in the place of its article: short, opening with it, and
 * about little else.
 */
export function asksForConsent(content: Fragment, title: string | null): boolean {
  const text = briefText(content, LONGEST)
  if (text === null || text === '' || !ASKS.test(`${title ?? ''} ${text.slice(0, OPENING)}`)) return false
  const terms = text.match(TERMS)?.length ?? 0
  const words = text.split(' ').length
  return terms >= 4 && terms * 25 >= words
}
