import type { PickedFile } from '../dialogs/dialogs'

/** A drop of more is a mistake, such as a whole disk. */
const MOST_FILES = 20_000

const byName = new Intl.Collator(undefined, { numeric: true })

function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    const found: FileSystemEntry[] = []
    // A reader gives at most 100 entries a time and an empty batch at its end.
    const next = () =>
      reader.readEntries((batch) => {
        if (batch.length === 0) resolve(found)
        else {
          found.push(...batch)
          next()
        }
      }, reject)
    next()
  })
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function walk(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  if (entry.name.startsWith('.')) return
  if (found.length >= MOST_FILES) {
    const most = MOST_FILES.toLocaleString('en-GB')
    throw new Error(
      `More than ${most} files were dropped at once. Nothing was added; drop some of the folders at a time.`,
    )
  }
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    found.push({ path: entry.fullPath.replace(/^\//u, ''), file })
  } else if (isDirectory(entry)) {
    // A reader gives them in no order that a person would know.
    const children = (await readAll(entry.createReader())).sort((a, b) => byName.compare(a.name, b.name))
    for (const child of children) await walk(child, found)
  }
}

/** Every file that was dropped, folders opened, each with its path within what was dropped. */
export async function droppedFiles(transfer: DataTransfer): Promise<PickedFile[]> {
  // Entries must be asked for before the first await: after it the transfer is empty.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files].map((file) => ({ path: file.name, file }))
  const found: PickedFile[] = []
  for (const entry of entries) await walk(entry, found)
  return found
}

/** Files from a file field, with their paths where a folder was chosen. */
export function chosenFiles(files: FileList | null): PickedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}
