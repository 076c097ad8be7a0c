import type { Coordinates } from '@shared/domain/snapshot-details'
import { type Element, attr, closest, elements, hasClass, plainText } from '../../html/html-tree'
import type { PageConfig } from './page-config'

/**
 * Where on Earth the article's subject is: the page's own statement, the geo microformat at its head or in its infobox, or a map
 * link there. Places that the text mentions in passing are not the subject's.
 */
export function readCoordinates(all: readonly Element[], config: PageConfig): Coordinates | null {
  const lat = config.value('wgCoordinates') ?? null
  if (lat !== null) return place(Number(lat), Number(config.value('lon')))
  const stated = all.find(
    (element) => element.tagName === 'meta' && /^(?:geo\.position|icbm)$/iu.test(attr(element, 'name') ?? ''),
  )
  const fromMeta = stated ? pair(attr(stated, 'content') ?? '') : null
  if (fromMeta) return fromMeta
  for (const element of all) {
    const found = geo(element)
    if (found && closest(element, isAtHead)) return found
  }
  return null
}

/** The page's corner or an infobox. */
function isAtHead(element: Element): boolean {
  return (
    /^(?:coordinates|coordinatespan|coordinaten|mw-indicator-coordinates)$/u.test(attr(element, 'id') ?? '') ||
    hasClass(element, 'infobox', 'infobox_v2', 'infobox_v3', 'sinottico', 'mw-indicators', 'indicator-coordinates')
  )
}

function geo(element: Element): Coordinates | null {
  if (hasClass(element, 'geo')) {
    const parts = ['latitude', 'longitude'].map((name) => elements(element).find((inner) => hasClass(inner, name)))
    const [latitude, longitude] = parts.map((part) => (part ? Number(attr(part, 'title') ?? plainText(part)) : NaN))
    return place(latitude ?? NaN, longitude ?? NaN) ?? pair(plainText(element))
  }
  if (element.tagName !== 'a') return null
  const [lat, lon] = [attr(element, 'data-lat'), attr(element, 'data-lon')]
  if (lat !== null && lon !== null) return place(Number(lat), Number(lon))
  const params = /[?&]params=([^&]+)/u.exec(attr(element, 'href') ?? '')?.[1]
  return params === undefined ? null : fromGeoHack(params)
}

function pair(text: string): Coordinates | null {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[;,]\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(text)
  return found ? place(Number(found[1]), Number(found[2])) : null
}

/** `51_30_48_N_0_8_12_W_type:city`: degrees, minutes and seconds as far as they are given. */
function fromGeoHack(params: string): Coordinates | null {
  const number = String.raw`(\d+(?:\.\d+)?)(?:_(\d+(?:\.\d+)?))?(?:_(\d+(?:\.\d+)?))?`
  const found = new RegExp(`^${number}_([NS])_${number}_([EWO])`, 'u').exec(params)
  if (!found) return null
  const degrees = (at: number) =>
    Number(found[at]) + Number(found[at + 1] ?? 0) / 60 + Number(found[at + 2] ?? 0) / 3600
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return place(round(degrees(1)) * (found[4] === 'S' ? -1 : 1), round(degrees(5)) * (found[8] === 'W' ? -1 : 1))
}

function place(latitude: number, longitude: number): Coordinates | null {
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return fits ? { latitude, longitude } : null
}
