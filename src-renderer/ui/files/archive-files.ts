import { openDialog, type PickedFile } from '../dialogs/dialogs'

/** Whether a file is an archive that is browsed, not an article. */
function isArchive({ path }: PickedFile): boolean {
  return /\.zim(?:aa)?$/iu.test(path)
}

/** The files that are articles. For the first archive among them, the dialog that adds archives is opened instead. */
export function withoutArchives(files: readonly PickedFile[]): PickedFile[] {
  const archive = files.find(isArchive)
  if (archive !== undefined) openDialog({ name: 'archive', file: archive.file })
  return files.filter((file) => !isArchive(file))
}
