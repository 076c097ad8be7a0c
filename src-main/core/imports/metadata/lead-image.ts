import { attr } from '../html/html-tree'
import type { MetaTags } from './meta-tags'
import type { Parts, Sighting, Survey } from './survey'

const LONGEST = 4000
/** Pixels that a picture of the article is at least wide. */
const WIDE = 300
/** Pieces of text behind the heading within which a picture leads. */
const NEAR = 60
const NO_PICTURE =
  /(?:^|[/_.-])(?:logo|icon|favicon|sprite|avatar|placeholder|default|blank|pixel|spacer|og-?default)(?:[/_.-]|\d|$)/iu

/** The address of the picture that stands for the article: what the page states, or else its first large one. */
export function readLeadImage(
  page: Survey,
  meta: MetaTags,
  stated: string | null,
  heading: Sighting | null,
  baseUrl: string | null,
  parts: Parts,
): string | null {
  const named = [
    meta.first('og:image:secure_url', 'og:image', 'og:image:url'),
    stated,
    meta.first('twitter:image', 'twitter:image:src'),
  ]
  for (const value of named) {
    const url = picture(value, baseUrl)
    if (url !== null) return url
  }
  const from = heading?.at ?? 0
  for (const image of page.images) {
    if (image.at < from || image.at > from + NEAR || parts.isOutside(image)) continue
    const width = Number.parseInt(attr(image.element, 'width') ?? '', 10)
    const url = width >= WIDE ? picture(attr(image.element, 'src'), baseUrl) : null
    if (url !== null) return url
  }
  return null
}

function picture(value: string | null, base: string | null): string | null {
  if (value === null || value.trim() === '' || value.length > LONGEST) return null
  try {
    const url = new URL(value.trim(), base ?? undefined)
    const isPicture =
      /^https?:$/u.test(url.protocol) && !NO_PICTURE.test(url.pathname) && !/\.svg$/iu.test(url.pathname)
    return isPicture ? url.href : null
  } catch {
    return null
  }
}
