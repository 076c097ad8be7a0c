import type { Page } from '@playwright/test'
import { addFiles, expect, expectAccessible, fixture, openRow, test } from './support'
import { clickWords, painted, wordsAt } from './select-words'

test.beforeEach(async ({ page }) => {
  await addFiles(page, [fixture('pages/passages.html')])
  await openRow(page, 'The many kinds')
})

const selected = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLIFrameElement>('iframe')?.contentDocument?.getSelection()?.toString() ?? '',
  )

/** The words that are painted, by the name of the highlight. */
const words = (page: Page) =>
  page.evaluate(() => {
    const page = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument
    const textOf = (range: AbstractRange): string => {
      const live = page?.createRange()
      live?.setStart(range.startContainer, range.startOffset)
      live?.setEnd(range.endContainer, range.endOffset)
      return live?.toString().replace(/\s+/gu, ' ') ?? ''
    }
    return [...(page?.defaultView?.CSS.highlights ?? [])]
      .filter(([name]) => !name.includes('strong'))
      .flatMap(([, ranges]) => [...ranges].map(textOf))
      .toSorted()
  })

const said = (page: Page) => page.locator('.reading > [aria-live]')
const menu = { name: 'Highlights here' }

test('the caret goes by character, word, sentence and line, selects with Shift, and what is selected is highlighted', async ({
  page,
}) => {
  await page.keyboard.press('i')
  await expect(page.locator('.caret')).toBeVisible()
  await expect(said(page)).toContainText('Caret mode')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('ControlOrMeta+ArrowRight')
  await expect(said(page)).toHaveText('reader')
  await page.keyboard.press('Shift+Alt+ArrowRight')
  expect((await selected(page)).trim()).toBe('marks')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  expect((await selected(page)).trim()).toBe('marks more than plain sentences.')
  await page.keyboard.press('h')
  await expect.poll(() => words(page)).toEqual(['marks more than plain sentences.'])
  await expect(page.locator('.caret')).toBeVisible()
  // From there on: over the end of the paragraph, through the list and into the table.
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('Alt+ArrowDown')
  await expect(said(page)).toContainText('The second item is about')
  await page.keyboard.press('Alt+ArrowUp')
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Shift+Alt+ArrowDown')
  await page.keyboard.press('3')
  await expect
    .poll(async () => (await words(page)).some((each) => each.includes('salt') && each.includes('Harvest')))
    .toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.locator('.caret')).toBeHidden()
})

test('the caret begins at the find result, and goes by words in Japanese and from right to left in Hebrew', async ({
  page,
}) => {
  const caretAtMatch = async (find: string) => {
    await page.keyboard.press('/')
    await page.keyboard.type(find)
    await page.keyboard.press('F7')
    await expect(page.locator('.caret')).toBeVisible()
  }
  await caretAtMatch('東京都')
  await page.keyboard.press('Shift+Alt+ArrowRight')
  const word = (await selected(page)).trim()
  expect(word.length).toBeGreaterThan(0)
  expect('東京都に住んでいます'.startsWith(word)).toBe(true)
  expect(word.length).toBeLessThan(6)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator('.caret')).toBeHidden()
  await caretAtMatch('הקורא')
  await page.keyboard.press('Shift+Alt+ArrowLeft')
  expect((await selected(page)).trim()).toBe('הקורא')
})

test('a selection is stretched by word and sentence with Alt, and splits no character', async ({ page }) => {
  await page.keyboard.press('v')
  await page.keyboard.press('Alt+ArrowRight')
  expect(await selected(page)).toBe('A reader marks more than plain sentences. Some')
  await page.keyboard.press('Alt+ArrowDown')
  expect((await selected(page)).trim()).toMatch(/thinks twice about it\.$/u)
  await page.keyboard.press('Alt+ArrowLeft')
  expect((await selected(page)).trim()).toMatch(/twice about$/u)
})

test('double click takes a word, triple click a paragraph; edges have no white space', async ({ page }) => {
  const { first } = await wordsAt(page, 'copper')
  await page.mouse.dblclick(first.x + 5, first.y + first.height / 2)
  await page.getByRole('toolbar', { name: 'Selection' }).waitFor()
  await page.keyboard.press('1')
  await expect.poll(() => words(page)).toEqual(['copper'])
  const { first: line } = await wordsAt(page, 'Dr. Vale')
  await page.mouse.click(line.x + 5, line.y + line.height / 2, { clickCount: 3 })
  await page.getByRole('toolbar', { name: 'Selection' }).waitFor()
  await page.keyboard.press('2')
  await expect.poll(async () => (await words(page))[0]).toMatch(/^Dr\. Vale wrote .* a wide margin\.$/u)
})

test('figures, pictures, tables and formulas are highlighted as wholes, and stay so', async ({ page }) => {
  const press = async (key: string, text: RegExp, colour: string) => {
    await page.keyboard.press(key)
    await expect(said(page)).toHaveText(text)
    await page.keyboard.press(colour)
  }
  await press('w', /^Selected table/u, '1')
  await expect(page.locator('.element-mark')).toHaveCount(1)
  for (const [text, colour] of [
    [/^Selected figure: The field/u, '2'],
    [/^Selected picture: A brown door/u, '3'],
    [/^Selected formula/u, '4'],
  ] as const) {
    // What was highlighted is not selected any more: the next one is looked for from the top again.
    await expect(async () => {
      await page.keyboard.press('w')
      await expect(said(page)).toHaveText(text, { timeout: 500 })
    }).toPass()
    await page.keyboard.press(colour)
    await expect(page.locator(`.element-mark[data-colour]`)).toHaveCount(Number(colour))
  }
  await expectAccessible(page)
  await page.reload()
  await expect(page.locator('.element-mark')).toHaveCount(4)
  await expect(page.locator('.element-mark[data-kind="picture"]')).toHaveAttribute('data-colour', 'blue')
})

test('the range of a highlight is changed by keys, put back, kept and undone, and by its grips', async ({ page }) => {
  await page.keyboard.press('v')
  await page.keyboard.press('1')
  const sentence = 'A reader marks more than plain sentences.'
  await expect.poll(() => words(page)).toEqual([sentence])
  await page.keyboard.press('h')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => words(page)).toEqual([`${sentence} Some`])
  await expect(said(page)).toHaveText('Added: Some')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(said(page)).toHaveText('Removed: A')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await expect.poll(() => words(page)).toEqual(['reader marks more than plain sentences. Som'])
  await page.keyboard.press('Escape')
  await expect.poll(() => words(page)).toEqual([sentence])
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(`Kept: ${sentence} Some`)
  await page.reload()
  await expect.poll(() => words(page)).toEqual([`${sentence} Some`])

  await page.keyboard.press('h')
  const grip = await page.locator('.grips__grip[data-edge="end"]').boundingBox()
  const { first } = await wordsAt(page, 'begin in one paragraph')
  if (!grip) throw new Error('There is no grip.')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(first.x + 10, first.y + first.height / 2 + 8, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => words(page)).toEqual([`${sentence} Some marks begin`])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => words(page)).toEqual([`${sentence} Some`])
})

test('clicks and a key go round the highlights that lie on the same words', async ({ page }) => {
  await page.keyboard.press('v')
  await page.keyboard.press('1')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 1 })
  const { first } = await wordsAt(page, 'marks more')
  await page.mouse.dblclick(first.x + 5, first.y + first.height / 2)
  await page.getByRole('toolbar', { name: 'Selection' }).waitFor()
  await page.keyboard.press('3')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-1-blue': 1 })

  await clickWords(page, 'marks more')
  await expect(page.getByRole('menu', menu).getByRole('menuitem')).toHaveText([/^Term/u, /^Key claim/u])
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-strong-blue': 1 })
  await expect(said(page)).toContainText('1 of 2. Term')
  await page.waitForTimeout(600)
  await clickWords(page, 'marks more')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-strong-yellow': 1 })
  await expect(said(page)).toContainText('2 of 2. Key claim')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu', menu)).toBeHidden()
  await page.keyboard.press('o')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-strong-blue': 1 })
  await page.keyboard.press('o')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-strong-yellow': 1 })
})
