import { execFile } from 'node:child_process'
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { tempFolder } from '../support/temp-folder'

const root = resolve(import.meta.dirname, '../..')

const Cruise = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
})

/** Runs dependency-cruiser with the project's rules in a folder. */
async function cruise(folder: string, paths: readonly string[]): Promise<z.infer<typeof Cruise>> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 })
  return Cruise.parse(JSON.parse(stdout))
}

/** A file with one import, and the rule that it breaks. */
const violations: readonly (readonly [rule: string, file: string, imported: string, target: string])[] = [
  ['shared-is-the-bottom', 'src-shared/text/x.ts', '../../src-main/core/events', 'src-main/core/events.ts'],
  ['shared-needs-zod-only', 'src-shared/text/x.ts', 'node:fs', ''],
  ['core-stands-on-shared', 'src-main/core/search/x.ts', '../../backend/wire', 'src-main/backend/wire.ts'],
  ['core-has-no-host', 'src-main/core/search/x.ts', 'electron', ''],
  ['core-has-no-host', 'src-main/core/search/x.ts', 'node:http', ''],
  ['features-are-apart', 'src-main/core/search/x.ts', '../articles/articles', 'src-main/core/articles/articles.ts'],
  ['stores-of-others', 'src-main/core/articles/x.ts', '../tags/tag-store', 'src-main/core/tags/tag-store.ts'],
  ['hosts-know-no-core', 'src-main/hosts/web/x.ts', '../../core/library', 'src-main/core/library.ts'],
  ['hosts-are-apart', 'src-main/hosts/web/x.ts', '../electron/menu', 'src-main/hosts/electron/menu.ts'],
  ['electron-in-its-place', 'src-main/hosts/web/x.ts', 'electron', ''],
  ['preload-is-alone', 'src-preload/x.ts', '../src-main/backend/wire', 'src-main/backend/wire.ts'],
  ['renderer-stands-on-shared', 'src-renderer/app/x.ts', '../../src-main/core/events', 'src-main/core/events.ts'],
  ['renderer-has-no-zod', 'src-renderer/app/x.ts', '@shared/contract/articles', 'src-shared/contract/articles.ts'],
  ['renderer-has-no-node', 'src-renderer/app/x.ts', 'node:fs', ''],
  [
    'features-of-the-renderer-are-apart',
    'src-renderer/features/search/x.ts',
    '../trash/trash',
    'src-renderer/features/trash/trash.ts',
  ],
  [
    'reader-shows-annotations',
    'src-renderer/features/reader/x.ts',
    '../trash/trash',
    'src-renderer/features/trash/trash.ts',
  ],
  ['renderer-layers', 'src-renderer/ui/x.ts', '../app/app', 'src-renderer/app/app.ts'],
  ['resolves', 'src-main/core/search/x.ts', './nowhere', ''],
]

/** Plants every violation in a copy of the project's layout; the n-th is in a file with `n` in its name. */
async function plant(folder: string): Promise<readonly string[]> {
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    await copyFile(join(root, name), join(folder, name))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return Promise.all(
    violations.map(async ([, file, imported, target], n) => {
      const planted = file.replace('x.ts', `x${n}.ts`)
      await write(planted, `import * as there from '${imported}'\nexport const it = there\n`)
      if (target !== '') await write(target, 'export const here = 1\n')
      return planted
    }),
  )
}

test('every rule finds the import that breaks it', async () => {
  const folder = tempFolder()
  const planted = await plant(folder)
  const { summary } = await cruise(folder, planted)
  const found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)
  expect(found).toEqual(expect.arrayContaining(violations.map(([rule], n) => `${rule}: ${planted[n]}`)))
})

test('the rules see every module of the project and the edges between them, aliases too', async () => {
  const { modules, summary } = await cruise(root, ['src-main', 'src-renderer', 'src-preload', 'src-shared'])
  expect(summary.violations).toEqual([])
  const edges = new Set(
    modules.flatMap(({ source, dependencies }) => dependencies.map((to) => `${source} → ${to.resolved}`)),
  )
  expect(edges).toContain('src-main/backend/process.ts → src-main/core/library.ts')
  expect(edges).toContain('src-main/backend/backend.ts → src-shared/contract/index.ts')
  expect(edges).toContain('src-renderer/client/transport-http.ts → src-shared/contract/json-bytes.ts')
})
