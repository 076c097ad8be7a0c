import { Kbd } from '../controls/Kbd'
import type { Command } from './command'
import { keycaps } from './keys'
import './CommandTable.css'

const ORDER = ['Anywhere', 'List', 'Reader', 'Highlight', 'Notes', 'Show and hide']

function placeOf(group: string): number {
  const place = ORDER.indexOf(group)
  return place < 0 ? ORDER.length : place
}

/** Commands with a key, by group, as columns of name and keycaps. */
export function CommandTable({ commands, headings }: { commands: readonly Command[]; headings: 'h2' | 'h3' }) {
  const Heading = headings
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    if (command.keys.length === 0) continue
    const group = groups.get(command.group)
    if (group) group.push(command)
    else groups.set(command.group, [command])
  }
  return (
    <div className="command-table">
      {[...groups]
        .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
        .map(([name, members]) => (
          <section key={name}>
            <Heading>{name}</Heading>
            <ul>
              {members.map((command) => (
                <li key={command.id}>
                  <span className="grow">{command.title}</span>
                  <span className="visually-hidden">
                    : {command.keys.map((key) => keycaps(key).join(' ')).join(' or ')}
                  </span>
                  {command.keys.slice(0, 2).map((key) => (
                    <Kbd key={key} keys={key} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
