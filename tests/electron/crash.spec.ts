import { expect } from '@playwright/test'
import { test, type App } from './app'

const words = 'The handle was taken off the pump on a Friday, and nobody remembers who asked for it.'

/** Ends the app as a crash or a power cut would: no event, no last words. */
async function crash({ electron }: App): Promise<void> {
  const gone = new Promise<void>((done) => electron.once('close', () => done()))
  const pid = await electron.evaluate(() => process.pid)
  process.kill(pid, 'SIGKILL')
  await gone
}

test('a note that was being typed when the app was killed is there again', async ({ start }) => {
  const first = await start()
  await first.page.getByRole('button', { name: 'Read the sample' }).click()
  const card = first.page.getByRole('region', { name: 'Article note' })
  await card.getByRole('button').first().click()
  const editor = card.getByRole('textbox')
  await editor.pressSequentially(words, { delay: 20 })
  await crash(first)

  const again = await start()
  await again.page.getByText('Reading with a pencil').first().click()
  await expect(again.page.getByText(/The handle was taken off the pump/u).first()).toBeVisible()
})
