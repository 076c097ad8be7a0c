import { createHash } from 'node:crypto'
import { damaged } from './damage'
import { compareNames, type Zim } from './zim'
import { openTitles } from './titles'

const AT_ONCE = 1024 * 1024

/** Compares the MD5 at the archive's end with that of all before it. @throws LecternError archive-damaged */
export function checkSum({ file, header }: Zim, isWanted: () => boolean = () => true): void {
  if (header.checksum === null) return
  const hash = createHash('md5')
  for (let at = 0; at < header.checksum && isWanted(); at += AT_ONCE) {
    hash.update(file.read(at, Math.min(AT_ONCE, header.checksum - at)))
  }
  if (isWanted() && !hash.digest().equals(file.read(header.checksum, 16))) {
    throw damaged(file.name, 'its bytes are not those it was made with (the checksum differs)')
  }
}

/** The beginning and the end of each table, which shows what was cut short or written over. @throws LecternError archive-damaged */
export async function checkEnds(zim: Zim): Promise<void> {
  const { entryCount, clusterCount, titlePointers } = zim.header
  if (entryCount === 0) return
  zim.entry(0)
  zim.entry(entryCount - 1)
  for (const place of titlePointers === null ? [] : [titlePointers, titlePointers + 4 * (entryCount - 1)]) {
    zim.entry(zim.file.read(place, 4).readUInt32LE(0))
  }
  for (const cluster of [0, clusterCount - 1]) zim.clusters.find(cluster)
  const main = zim.mainPage()
  if (main !== null) zim.resolve(main)
  const titles = await openTitles(zim)
  if (titles.count > 0) {
    titles.at(0)
    titles.at(titles.count - 1)
  }
}

/** Every entry, redirect, title and piece of content. @throws LecternError archive-damaged, too-large, unsupported-format */
export async function checkAll(zim: Zim): Promise<void> {
  const { name } = zim.file
  const { entryCount, clusterCount, titlePointers } = zim.header
  const blobs: number[] = []
  for (let cluster = 0; cluster < clusterCount; cluster++) blobs.push(await zim.clusters.check(cluster))
  let last = null
  for (let index = 0; index < entryCount; index++) {
    const entry = zim.entry(index)
    if (last !== null && compareNames(last.namespace, last.pathBytes, entry.namespace, entry.pathBytes) >= 0) {
      throw damaged(name, 'its paths are not in order, so that nothing can be found in it')
    }
    if (entry.kind === 'redirect') zim.resolve(entry)
    if (entry.kind === 'item' && entry.blob >= (blobs[entry.cluster] ?? 0)) {
      throw damaged(name, `the entry ${entry.path} refers to content that does not exist`)
    }
    last = entry
  }
  if (titlePointers !== null) checkTitles(zim, titlePointers)
  const titles = await openTitles(zim)
  for (let at = 0; at < titles.count; at++) titles.at(at)
}

function checkTitles(zim: Zim, titlePointers: number): void {
  let last = null
  for (let at = 0; at < zim.header.entryCount; at++) {
    const entry = zim.entry(zim.file.read(titlePointers + 4 * at, 4).readUInt32LE(0))
    if (last !== null && compareNames(last.namespace, last.titleBytes, entry.namespace, entry.titleBytes) > 0) {
      throw damaged(zim.file.name, 'its titles are not in order, so that nothing can be found in it')
    }
    last = entry
  }
}
