import { expect, test } from 'vitest'
import type { Archive } from '@shared/contract/archives'
import { ArchiveId } from '@shared/domain/ids'
import { archiveInWords } from './archive-words'

const ARCHIVE: Archive = {
  id: ArchiveId.parse('6e51f3a5-7c0e-4e43-9c8e-0a7a7a0f6a01'),
  title: 'Wikipedia',
  description: null,
  language: 'eng',
  creator: null,
  publisher: null,
  date: '2026-03-01',
  articleCount: 6_800_000,
  bytes: 110 * 1024 ** 3,
  path: '/media/disk/wikipedia_en_all.zim',
  isCopy: false,
  icon: null,
  state: 'ready',
  addedAt: 0,
}

test.each<[Partial<Archive>, string]>([
  [{}, '6,800,000 articles · 110.0 GB · English · March 2026 · wikipedia_en_all.zim'],
  [{ language: 'fra,deu', date: null }, '6,800,000 articles · 110.0 GB · French, German · wikipedia_en_all.zim'],
  [{ language: '=en', articleCount: 1, path: String.raw`C:\a.zim` }, '1 article · 110.0 GB · March 2026 · a.zim'],
  [
    { language: 'eng,fra,deu', date: 'spring' },
    '6,800,000 articles · 110.0 GB · 3 languages · spring · wikipedia_en_all.zim',
  ],
])('an archive in a line: %j', (given, words) => {
  expect(archiveInWords({ ...ARCHIVE, ...given })).toBe(words)
})
