import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')
const executable = process.env['CHROMIUM_EXECUTABLE']

export default defineConfig({
  testDir: root,
  outputDir: resolve(root, 'test-results/playwright'),
  testMatch: 'tests/**/*.spec.ts',
  // Small, noisy machines: what is waited for may take long, and is still waited for.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  workers: 2,
  use: {
    viewport: { width: 1280, height: 840 },
    trace: 'retain-on-failure',
    launchOptions: executable === undefined ? {} : { executablePath: executable },
  },
  projects: [
    { name: 'chromium', testIgnore: 'tests/electron/**' },
    // Each test starts the app, some twice, and a busy machine takes its time over that.
    { name: 'electron', testMatch: 'tests/electron/**/*.spec.ts', workers: 1, timeout: 240_000 },
  ],
})
