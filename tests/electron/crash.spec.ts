import { expect } from '@playwright/test'
import { closeWindow, crash, crashBackend, test, type App } from './app'

const words = 'The handle was taken off the pump on a Friday, and nobody remembers who asked for it.'

/** Opens the sample and begins its article note. */
async function beginNote({ page }: App) {
  await page.getByRole('button', { name: 'Read the sample' }).click()
  const card = page.getByRole('region', { name: 'Article note' })
  await card.getByRole('button').first().click()
  return card.getByRole('textbox')
}

async function expectNote({ page }: App, text: string | RegExp): Promise<void> {
  await page.getByText('Reading with a pencil').first().click()
  await expect(page.getByRole('region', { name: 'Article note' })).toContainText(text)
}

test('a note that was being typed when the app was killed is there again', async ({ start }) => {
  const first = await start()
  const editor = await beginNote(first)
  await editor.pressSequentially(words, { delay: 20 })
  await crash(first)
  await expectNote(await start(), /The handle was taken off the pump/u)
})

test('half a second after the last word, all of it is safe from a kill', async ({ start }) => {
  const first = await start()
  const editor = await beginNote(first)
  await editor.pressSequentially(words)
  await first.page.waitForTimeout(500)
  await crash(first)
  await expectNote(await start(), words)
})

test('closing the window right after a keystroke keeps the last letter', async ({ start }) => {
  const first = await start()
  const editor = await beginNote(first)
  await editor.pressSequentially(words)
  await closeWindow(first)
  await expectNote(await start(), words)
})

test('when only the library process is killed, the note is saved by the next one, and the person is told', async ({
  start,
}) => {
  const first = await start()
  const editor = await beginNote(first)
  await editor.pressSequentially(words.slice(0, 40), { delay: 10 })
  await crashBackend(first)
  await editor.pressSequentially(words.slice(40), { delay: 10 })
  await expect(first.page.getByText(/stopped and was started again/u)).toBeVisible()
  await expect(first.page.locator('.note-writing__state')).toHaveText('Saved')
  await crash(first)
  await expectNote(await start(), words)
})
