import { fileNameOf, sameFile, withSuffix } from '../file-name'

/** Folders that a template may nest. */
const DEEPEST = 8

/** A rendered file name as a path within the folder, without its ending: what is no name at all is left out. */
export function pathOf(rendered: string): string {
  const parts = rendered
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^\.+$/u.test(part))
    .slice(-DEEPEST)
  return parts.length === 0 ? 'Untitled' : parts.map(fileNameOf).join('/')
}

/** Gives out paths that no file system takes for one that is there. */
export function createPathPlan(existing: Iterable<string>) {
  const taken = new Set([...existing].map(sameFile))
  return {
    /** A free path that ends in `.md`, with a few characters of the id where the name itself is taken. */
    free: (wanted: string, id: string): string => {
      const names = [wanted, withSuffix(wanted, id.slice(0, 8)), withSuffix(wanted, id)].map((name) => `${name}.md`)
      const path = names.find((name) => !taken.has(sameFile(name))) ?? `${id}.md`
      taken.add(sameFile(path))
      return path
    },
  }
}

/** The way from one file of the folder to another, percent-encoded as a Markdown link wants it. */
export function relativeHref(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let same = 0
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same += 1
  return [...start.slice(same).map(() => '..'), ...end.slice(same)]
    .map((part) => encodeURIComponent(part).replace(/[()]/gu, (one) => (one === '(' ? '%28' : '%29')))
    .join('/')
}
