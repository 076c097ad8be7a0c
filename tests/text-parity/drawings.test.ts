import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { safeDrawing } from '../../src-main/core/files/drawing/safe-drawing'
import { launchChromium } from './chromium'

const EVIL = 'http://evil.test'
const SHAPE = '<ellipse id="seen" cx="20" cy="20" rx="10" ry="10"/>'
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script><script href="/x.js"/>',
  '<script type="text/ecmascript"><![CDATA[alert(1)]]></script>',
  `<rect width="9" height="9" onload="alert(1)" onclick="alert(1)" onmouseover="alert(1)"/>`,
  `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"><iframe src="${EVIL}/a"/><img src="${EVIL}/b" onerror="alert(1)"/><style>@import "${EVIL}/c";</style></body></foreignObject>`,
  `<use href="${EVIL}/a.svg#b"/><use xlink:href="${EVIL}/a.svg#b"/><use href="data:image/svg+xml,%3Csvg id='x' xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/%3E#x"/>`,
  `<image href="${EVIL}/a.png" width="9" height="9"/><image xlink:href="${EVIL}/b.svg" width="9" height="9"/><image href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${EVIL}/c'/%3E%3C/svg%3E"/>`,
  `<a href="javascript:alert(1)"><animate attributeName="href" values="javascript:alert(1)"/><rect width="9" height="9"/></a>`,
  `<set attributeName="onload" to="alert(1)"/><animate attributeName="xlink:href" begin="0s" values="${EVIL}/a"/>`,
  `<style>@import "${EVIL}/a"; @import url(${EVIL}/b); @font-face{font-family:f;src:url(${EVIL}/c)} text{font-family:f;fill:url(${EVIL}/d)} *{background:url(${EVIL}/e);list-style:url(${EVIL}/f);cursor:url(${EVIL}/g),auto}</style><text>w</text>`,
  `<rect width="9" height="9" style="fill:url(${EVIL}/a);filter:url('${EVIL}/b#c');mask:u\\72l(${EVIL}/c)" mask="url(${EVIL}/d#e)" clip-path="url( &quot;${EVIL}/f#g&quot; )" fill="ur/**/l(${EVIL}/h)"/>`,
  `<filter id="f"><feImage href="${EVIL}/a"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
  `<g xml:base="${EVIL}/"><use href="#x"/><image href="a.png" width="9" height="9"/></g>`,
  `<svg onload="alert(1)"><svg><script xlink:href="${EVIL}/x.js"/></svg></svg>`,
  `<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="${EVIL}/a" onerror="alert(1)"/>`,
  `<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler><listener event="load" handler="#x" xmlns="http://www.w3.org/2001/xml-events"/>`,
  `<?xml-stylesheet href="${EVIL}/a.css"?><link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="${EVIL}/b.css"/>`,
  `<title><h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script></title><desc>&lt;/desc&gt;&lt;script&gt;alert(1)&lt;/script&gt;</desc>`,
  `<style>&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;</style><text>&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;</text>`,
  `<audio xmlns="http://www.w3.org/1999/xhtml" src="${EVIL}/a" autoplay="" onerror="alert(1)"/><video href="${EVIL}/b"/>`,
  `<animate attributeName="d" onbegin="alert(1)" dur="1s"/><discard href="#seen"/><mpath href="${EVIL}/a"/>`,
]

const whole = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 40">${inside}${SHAPE}</svg>`

let browser: Browser
let page: Page
const seen: string[] = []
let shown = ''
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url === 'http://frame.test/drawing.svg') return route.fulfill({ contentType: 'image/svg+xml', body: shown })
    if (url !== 'http://frame.test/') seen.push(`request ${url}`)
    return url === 'http://frame.test/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
      : route.abort()
  })
})
afterAll(() => browser.close())

// Far more than an article allows: as a picture, as a document of its own and as part of a page, with scripts, and without any policy.
test('a drawing that was made safe runs nothing and loads nothing, however it is shown', async () => {
  for (const inside of HOSTILE) {
    const made = safeDrawing(whole(inside))
    expect(made, inside).not.toBeNull()
    shown = made ?? ''
    seen.length = 0
    await page.goto('http://frame.test/')
    await page.setContent(`<img id="p" src="http://frame.test/drawing.svg"><div>${shown}</div>`, { waitUntil: 'load' })
    const width = await page.evaluate(`document.getElementById('p').naturalWidth`)
    await page.evaluate(
      `for (const e of document.querySelectorAll('svg, svg *')) for (const t of ['load', 'click', 'mouseover', 'focus', 'begin', 'error']) e.dispatchEvent(new Event(t))`,
    )
    await page.goto('http://frame.test/drawing.svg')
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))`)
    expect([inside, seen, width]).toEqual([inside, [], 40])
  }
}, 120_000)
