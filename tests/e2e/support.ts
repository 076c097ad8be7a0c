import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** A file of `tests/fixtures`, by its path there. */
export const fixture = (path: string): string => join(root, 'tests/fixtures', path)

/** Three short pages and the plain-text Wikipedia article that the project began with. */
export const ARTICLES = [
  fixture('pages/queue.html'),
  fixture('pages/bridge.html'),
  fixture('pages/arabic.html'),
  fixture('karachi-police-station-attack.txt'),
]

interface Fixtures {
  /** The web host, serving a fresh library: its address with the token. */
  readonly address: string
  /** The window, open on the fresh library. Fails the test when a script throws. */
  readonly page: Page
}

export { expect }

export const test = base.extend<Fixtures>({
  address: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    const host = await serve(join(folder, 'library'))
    await use(host.address)
    await host.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  page: async ({ page, address }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(address)
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
    await use(page)
    expect(errors, 'no script of the window throws').toEqual([])
  },
})

/** Starts the web host on a library's folder. */
export async function serve(library: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const host = spawn(process.execPath, [join(root, 'out/main/web.cjs'), '--library', library, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    address: await addressOf(host),
    stop: async () => {
      host.kill('SIGTERM')
      await once(host, 'exit')
    },
  }
}

async function addressOf(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('The host has no output')
  for await (const line of createInterface({ input: host.stdout })) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'address' in said && typeof said.address === 'string') {
      return said.address
    }
  }
  throw new Error('The host ended before it said where it is')
}

/** Adds files through the import dialog, and closes it when all are done. */
export async function addFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.keyboard.press('ControlOrMeta+O')
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  await (await chooser).setFiles([...files])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

/** A row of the article list, by the beginning of its title. */
export function row(page: Page, title: string) {
  return page.getByRole('region', { name: 'Articles' }).getByRole('option', { name: new RegExp(`^${title}`, 'u') })
}

/** Opens an article from the list and waits until its text is there. */
export async function openRow(page: Page, title: string): Promise<void> {
  await row(page, title).click()
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
}

/** Marks the next sentence of the open article from the keyboard. */
export async function highlightSentence(page: Page, key: '1' | '2' | '3' | '4' | '5'): Promise<void> {
  const count = page.getByRole('link', { name: /^All highlights/u }).locator('.num')
  const before = (await count.count()) > 0 ? Number(await count.textContent()) : 0
  await page.keyboard.press('v')
  await page.keyboard.press(key)
  await expect(count).toHaveText(String(before + 1))
}

/** Expects that axe finds nothing serious on what is shown. The reading frame has its own checks. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours on their way from one theme to another are nobody's choice.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
