import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, openRow, test } from './support'
import { painted, wordsAt } from './select-words'

test.use({ hasTouch: true })

type Point = { readonly x: number; readonly y: number }

/** Lays a finger down, moves it, and lifts it. Over the protocol, as the reading frame runs no script that could. */
async function finger(page: Page, points: readonly Point[], holdMs = 0): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }) => ({ x, y })) })
  const [first] = points
  if (!first) return
  await touch('touchStart', [first])
  // A long press is one by its length.
  if (holdMs > 0) await page.waitForTimeout(holdMs)
  for (const point of points.slice(1)) await touch('touchMove', [point])
  await touch('touchEnd', [])
  await protocol.detach()
}

const middle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point => ({
  x: x + width / 2,
  y: y + height / 2,
})

const WORDS = 'guns'

test('a finger that is held on a word selects it; a tap on the highlight offers what can be done; its ends are pulled', async ({
  page,
}) => {
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi')
  const { first } = await wordsAt(page, WORDS)
  await finger(page, [middle(first)], 900)
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: /Key claim/u }).tap()
  await expect(bar).toBeHidden()
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 1 })
  await page.keyboard.press('Escape')

  await finger(page, [middle(first)])
  const card = page.getByRole('article', { name: new RegExp(`^Key claim: ${WORDS}$`, 'u') })
  await expect(card).toHaveAttribute('aria-current', 'true')

  const grip = page.locator('.grips__grip[data-edge="end"]')
  const box = await grip.boundingBox()
  if (!box) throw new Error('There is no grip.')
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
  const from = middle(box)
  await finger(page, [
    from,
    { x: from.x + 30, y: from.y },
    { x: from.x + 90, y: from.y },
    { x: from.x + 140, y: from.y },
  ])
  await expect(page.getByRole('article', { name: new RegExp(`^Key claim: ${WORDS}\\W+\\w`, 'u') })).toBeVisible()
})
