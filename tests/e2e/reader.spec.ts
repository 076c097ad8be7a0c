import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'
import { clickWords, painted } from './select-words'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

test('an article is read with its facts, references and licence', async ({ page }) => {
  await openRow(page, '2023 Karachi')
  const frame = page.frameLocator('iframe.article-frame')
  await expect(frame.locator('.infobox')).toContainText('17 February 2023')
  await expect(frame.locator('.references li')).toHaveCount(3)
  await expect(frame.locator('.licence')).toBeVisible()
  await page.getByRole('tab', { name: 'About' }).click()
  const facts = page.getByRole('tabpanel', { name: 'About' })
  await expect(facts.getByText('guns, grenades')).toBeVisible()
  await expect(facts.getByText('CC BY-SA')).toBeVisible()
  await expectAccessible(page)
})

test('the place is kept: over a reload, and while the type changes', async ({ page }) => {
  await openRow(page, '2023 Karachi')
  const scroller = page.locator('.reading__scroller')
  const topLine = () =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
      const pane = document.querySelector('.reading__scroller')
      if (!frame?.contentDocument || !pane) return ''
      const y = pane.getBoundingClientRect().top - frame.getBoundingClientRect().top + 12
      const root = frame.contentDocument.querySelector('#content')?.getBoundingClientRect()
      const range = frame.contentDocument.caretRangeFromPoint((root?.left ?? 0) + 50, y)
      return range?.startContainer.textContent?.slice(0, 40) ?? ''
    })
  await scroller.evaluate((pane) => {
    pane.scrollTop = 600
  })
  const before = await topLine()
  expect(before).not.toBe('')
  await expect(page.locator('.reading__foot')).toContainText('%')
  await page.waitForRequest((request) => request.postData()?.includes('saveProgress') ?? false)
  await page.keyboard.press('ControlOrMeta+=')
  await expect.poll(topLine).toBe(before)
  await page.reload()
  await expect(page.getByText(/^Resumed at/u)).toBeVisible()
  await expect.poll(topLine).toBe(before)
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect.poll(() => scroller.evaluate((pane) => pane.scrollTop)).toBe(0)
})

test('words are found, counted and stepped through', async ({ page }) => {
  await openRow(page, '2023 Karachi')
  await page.keyboard.press('/')
  await page.keyboard.type('karachi')
  const bar = page.getByRole('search', { name: 'Find in article' })
  await expect(bar).toContainText(/^.*1 of \d+/u)
  await page.keyboard.press('F3')
  await expect(bar).toContainText('2 of')
  expect((await painted(page))['hl-match']).toBeGreaterThan(3)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect.poll(() => painted(page)).toEqual({})
})

test('a footnote opens in place, and a link says where it leads', async ({ page }) => {
  await openRow(page, 'Writing a small queue')
  await clickWords(page, '1')
  const reference = page.getByRole('dialog', { name: /^Reference/u })
  await expect(reference).toContainText('Or when it is full')
  await page.keyboard.press('Escape')
  await expect(reference).toBeHidden()
})

test('typography changes at once, and the theme reaches the article', async ({ page }) => {
  await openRow(page, '2023 Karachi')
  await page.keyboard.press('y')
  const panel = page.getByRole('dialog', { name: 'Typography' })
  await expectAccessible(page)
  await panel.getByText('Inter').click()
  const font = () =>
    page
      .frameLocator('iframe.article-frame')
      .locator('#content')
      .evaluate((root) => getComputedStyle(root).fontFamily)
  await expect.poll(font).toContain('Inter')
  await panel.locator('label[data-theme="night"]').click()
  await expect(page.frameLocator('iframe.article-frame').locator('html')).toHaveAttribute('data-theme', 'night')
  await expectAccessible(page)
})

test('nothing in an article runs', async ({ page }) => {
  await openRow(page, 'Writing a small queue')
  const ran = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const inner = frame?.contentDocument
    if (!frame || !inner) return 'no frame'
    const script = inner.createElement('script')
    script.textContent = 'document.title = "ran"'
    inner.body.append(script)
    return inner.title
  })
  expect(ran).not.toBe('ran')
})
