import { expect, test } from 'vitest'
import { asksForConsent } from './consent-page'
import { parseFragment } from '../html/html-tree'

test.each([
  [
    'Before you continue',
    'We and our 842 partners store cookies on your device. You can withdraw consent at any time in our cookie settings. Our partners process personal data for advertising. See our privacy policy.',
  ],
  [
    'Datenschutzeinstellungen',
    'Wir und unsere Partner setzen Cookies ein. Mit Ihrer Einwilligung verarbeiten wir Daten. Ihre Zustimmung können Sie in der Datenschutzerklärung widerrufen.',
  ],
])('a page that only asks for consent is recognised: %s', (title, text) => {
  expect(asksForConsent(parseFragment(`<p>${text}</p>`), title)).toBe(true)
})

test('a text about cookies is not, nor is one with a notice of consent above it', () => {
  const prose = 'The law of 2009 made sites ask before they store anything, and for years nobody knew how. '.repeat(8)
  expect(asksForConsent(parseFragment(`<p>Cookies are small files. ${prose}</p>`), 'What cookies are')).toBe(false)
  expect(asksForConsent(parseFragment(`<p>We use cookies with your consent.</p><p>${prose}</p>`), 'The lamps')).toBe(
    false,
  )
  expect(asksForConsent(parseFragment('<p>Bake the cookies for ten minutes.</p>'), 'Cookies')).toBe(false)
})
