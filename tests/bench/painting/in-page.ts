import type { Page } from 'playwright'

/** The middle value of some. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Opens an article and answers how long it took until all of it was laid out, in ms. */
export async function openArticle(page: Page, articleId: string): Promise<number> {
  const began = performance.now()
  await page.evaluate((id) => {
    window.location.hash = `#/inbox/${id}`
  }, articleId)
  await page.locator('iframe.article-frame[data-state="open"]').waitFor()
  await page.waitForFunction(() => {
    const content = document
      .querySelector<HTMLIFrameElement>('iframe.article-frame')
      ?.contentDocument?.querySelector('#content')
    return content && content.children.length > 0 && !content.querySelector(':scope > [hidden]')
  })
  return performance.now() - began
}

/** How many ranges the frame paints. */
export function paintedIn(page: Page): Promise<number> {
  return page.evaluate(() => {
    const view = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument?.defaultView
    return [...(view?.CSS.highlights ?? [])].reduce((sum, [, ranges]) => sum + ranges.size, 0)
  })
}

/**
 * What a frame of scrolling costs the main thread, in ms: style, layout, painting and scripts (`TaskDuration` of the DevTools
 * protocol), over pages of the whole article.
 */
export async function scrollCost(page: Page, frames: number): Promise<number> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await protocol.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await busy()
  await page.evaluate(async (count) => {
    const pane = document.querySelector('[data-scroller]')
    if (!pane) return
    const step = (pane.scrollHeight - pane.clientHeight) / count
    for (let at = 0; at < count; at += 1) {
      pane.scrollTop = at * step
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
  }, frames)
  const cost = ((await busy()) - before) * 1000
  await protocol.detach()
  return cost / frames
}

/**
 * What one more highlight costs: the time from the key to the frame that shows it, and all that the main thread does for it until
 * a second later, both in ms.
 */
export async function createOne(page: Page): Promise<{ shown: number; work: number }> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await protocol.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  await page.keyboard.press('v')
  await page.waitForTimeout(300)
  const before = await busy()
  // It must listen before the key is pressed, so what it hears is fetched afterwards.
  await page.evaluate(() => {
    const view = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument?.defaultView
    const words = view?.getSelection()?.toString().trim()
    const painted = () => [...(view?.CSS.highlights ?? [])].flatMap(([, ranges]) => [...ranges])
    // Their number says nothing: what is near the view changes with what is revealed.
    const known = new Set(painted())
    let began = 0
    const press = () => {
      began = performance.now()
    }
    view?.document.addEventListener('keydown', press, { once: true, capture: true })
    const isOfWords = (range: AbstractRange) => view && range instanceof view.Range && range.toString().trim() === words
    const isThere = () => painted().some((range) => !known.has(range) && isOfWords(range))
    const shown = new Promise<number>((done) => {
      const look = () => {
        if (began > 0 && isThere()) requestAnimationFrame(() => done(performance.now() - began))
        else requestAnimationFrame(look)
      }
      look()
    })
    Reflect.set(window, 'shown', shown)
  })
  await page.keyboard.press('1')
  const took = await page.evaluate(() =>
    Promise.race([Reflect.get(window, 'shown'), new Promise((done) => setTimeout(done, 20_000, NaN))]),
  )
  if (typeof took !== 'number' || Number.isNaN(took)) throw new Error('The highlight was not painted.')
  await page.waitForTimeout(1000)
  const work = ((await busy()) - before) * 1000
  await protocol.detach()
  return { shown: took, work }
}
