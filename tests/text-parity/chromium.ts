import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

/** Playwright's own Chromium where it is installed, else the system's. */
export function launchChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_EXECUTABLE']
  const system = [named, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))
  const own = named === undefined && existsSync(chromium.executablePath())
  const root = process.getuid?.() === 0
  return chromium.launch({
    ...(own || system === undefined ? {} : { executablePath: system }),
    // Chromium's sandbox does not start as root, which is what containers run as.
    args: root ? ['--no-sandbox'] : [],
  })
}
