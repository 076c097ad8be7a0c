import type { Page } from '@playwright/test'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where words of the open article stand in the window: the first and the last line of them. */
export async function wordsAt(page: Page, words: string): Promise<{ first: Box; last: Box }> {
  await page.locator('iframe.article-frame[data-state="open"]').waitFor()
  const boxes = await page.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const root = frame?.contentDocument?.querySelector('#content')
    if (!frame || !root || !frame.contentDocument) return []
    const walker = frame.contentDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1
      if (start < 0) continue
      const range = frame.contentDocument.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + wanted.length)
      const { left, top } = frame.getBoundingClientRect()
      return [...range.getClientRects()].map((box) => ({
        x: box.left + left,
        y: box.top + top,
        width: box.width,
        height: box.height,
      }))
    }
    return []
  }, words)
  const first = boxes[0]
  const last = boxes.at(-1)
  if (!first || !last) throw new Error(`The article does not show “${words}”`)
  return { first, last }
}

/**
 * Selects from some words to others with the mouse, as a person does. Over the protocol, because Playwright's own
 * dragging waits for a script in every frame, and the reading frame runs none.
 */
export async function selectWords(page: Page, from: string, to: string = from): Promise<void> {
  const { first } = await wordsAt(page, from)
  const { last } = await wordsAt(page, to)
  const protocol = await page.context().newCDPSession(page)
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number, buttons: number) =>
    protocol.send('Input.dispatchMouseEvent', { type, x, y, buttons, button: 'left', clickCount: 1 })
  const start = { x: first.x + 1, y: first.y + first.height / 2 }
  const end = { x: last.x + last.width - 1, y: last.y + last.height / 2 }
  await mouse('mousePressed', start.x, start.y, 1)
  await mouse('mouseMoved', (start.x + end.x) / 2, (start.y + end.y) / 2, 1)
  await mouse('mouseMoved', end.x, end.y, 1)
  await mouse('mouseReleased', end.x, end.y, 0)
  await protocol.detach()
  await page.getByRole('toolbar', { name: 'Selection' }).waitFor()
}

/** Clicks on words of the article. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { first } = await wordsAt(page, words)
  await page.mouse.click(first.x + Math.min(first.width / 2, 12), first.y + first.height / 2)
}

/** How many ranges the frame paints, by the name of the highlight. */
export async function painted(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const view = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument?.defaultView
    return Object.fromEntries([...(view?.CSS.highlights ?? [])].map(([name, ranges]) => [name, ranges.size]))
  })
}
