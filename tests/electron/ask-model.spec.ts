import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startModelServer } from '../support/model-server'
import { root, test } from './app'

test('a model server on this computer writes beside the passages', async ({ start }) => {
  const server = await startModelServer()
  try {
    const { page } = await start()
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+O')
    const dialog = page.getByRole('dialog', { name: 'Add to your library' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'choose files' }).click()
    await (await chooser).setFiles(join(root, 'tests/fixtures/karachi-police-station-attack.txt'))
    await dialog.getByRole('button', { name: 'Done' }).click()

    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('link', { name: 'Ask', exact: true }).click()
    await page.getByRole('radio', { name: 'Passages and a local model' }).click()
    await page.getByRole('textbox', { name: 'Address of the model server' }).fill(`localhost:${server.port}`)
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByText(/Connected: Ollama/u)).toBeVisible()

    await page.getByRole('link', { name: 'Ask your library' }).click()
    await page
      .getByRole('textbox', { name: 'Ask your whole library' })
      .fill('Who claimed responsibility for the attack?')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Written by faithful/u)).toBeVisible()
  } finally {
    await server.close()
  }
})
