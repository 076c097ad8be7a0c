import { useLibraryInfo } from '../../client/library'
import './Facts.css'

const FONTS: readonly [name: string, by: string][] = [
  ['Literata', 'The Literata Project Authors'],
  ['Inter', 'The Inter Project Authors'],
  ['Source Serif 4', 'Adobe'],
  ['Atkinson Hyperlegible Next', 'Braille Institute of America'],
  ['JetBrains Mono', 'The JetBrains Mono Project Authors'],
  ['Noto Naskh Arabic, Noto Serif Hebrew', 'The Noto Project Authors'],
  ['Noto Serif JP, SC, KR', 'Adobe'],
]

const LIBRARIES: readonly [licence: string, names: string][] = [
  ['MIT', 'Electron, React, TanStack Query and Virtual, Lexical, zod, better-sqlite3, markdown-it, parse5'],
  ['MIT', 'chardet, fflate, iconv-lite, mdast-util-to-markdown, mdast-util-gfm'],
  ['Apache 2.0', 'React Aria Components, Readability, eld'],
  ['ISC', 'Lucide icons, saxes, yaml'],
  ['CPAL 1.0', 'citeproc-js, © 2009–2019 Frank Bennett'],
  ['Public domain', 'SQLite'],
]

/** Version, and under what terms fonts and libraries are used. */
export function AboutSection() {
  const { data } = useLibraryInfo()
  return (
    <div>
      <section aria-labelledby="settings-about">
        <h2 id="settings-about">Lectern {data?.version}</h2>
        <p>
          A calm, offline reader: bring in articles, read, highlight, note, find and export them. Everything stays on
          this computer; nothing is sent anywhere. MIT licence.
        </p>
      </section>
      <section aria-labelledby="settings-fonts">
        <h2 id="settings-fonts">Fonts</h2>
        <p>All are used under the SIL Open Font License 1.1.</p>
        <dl className="facts">
          {FONTS.map(([name, by]) => (
            <div key={name} className="facts__row">
              <dt>{name}</dt>
              <dd>{by}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="settings-libraries">
        <h2 id="settings-libraries">Libraries</h2>
        <dl className="facts">
          {LIBRARIES.map(([licence, names]) => (
            <div key={names} className="facts__row">
              <dt>{licence}</dt>
              <dd>{names}</dd>
            </div>
          ))}
        </dl>
        <p>
          Citation styles and their languages come from the Citation Style Language project (citationstyles.org), under
          CC BY-SA 3.0. Each file names its authors. The source of citeproc-js is at github.com/Juris-M/citeproc-js.
        </p>
      </section>
    </div>
  )
}
