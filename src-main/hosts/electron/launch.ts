import { resolve } from 'node:path'
import { z } from 'zod'

/** What a launch asks for. Plain data: a second launch sends it to the running app. */
export const Launch = z.object({
  /** The folder named with `--library`. */
  library: z.string().nullable(),
  /** Absolute paths of files to bring in. */
  files: z.array(z.string()),
  /** A `lectern://` address to show. */
  link: z.string().nullable(),
})
export type Launch = z.infer<typeof Launch>

/**
 * Reads a command line: `[app folder] [--library DIR] [files…] [lectern://…]`. Chromium's own switches are passed over.
 * @param args what follows the executable
 * @param hasAppFolder true when Electron was started with the app's folder, so in development
 */
export function readLaunch(args: readonly string[], hasAppFolder: boolean, workingFolder: string): Launch {
  const words: string[] = []
  let library: string | null = null
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--library') library = args[++at] ?? null
    else if (arg.startsWith('--library=')) library = arg.slice('--library='.length)
    else if (!arg.startsWith('-')) words.push(arg)
  }
  const given = hasAppFolder ? words.slice(1) : words
  return {
    library,
    files: given.filter((word) => !isLink(word)).map((word) => resolve(workingFolder, word)),
    link: given.find(isLink) ?? null,
  }
}

function isLink(word: string): boolean {
  return /^lectern:/iu.test(word)
}
