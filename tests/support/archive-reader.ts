import type { ArchiveReader } from '../../src-main/core/archives/archive-reader'
import { createReadArchives } from '../../src-main/core/archives/read-archives'
import { previewPage } from '../../src-main/workers/preview-page'

/** Reads archives in the test's own thread. */
export function inThisThread(): ArchiveReader {
  return createReadArchives({ renderPage: previewPage, now: () => performance.now() })
}
