import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, List, NoteDocument, Table } from '@shared/domain/note-document'
import { MathView } from './MathView'
import './NoteText.css'
import { ReferenceView } from './ReferenceView'

interface NoteTextProps {
  readonly note: NoteDocument
  /** A person pressed a link. */
  readonly onLink: (url: string) => void
}

type OnLink = NoteTextProps['onLink']

/** A note as it reads when it is not being written. */
export function NoteText({ note, onLink }: NoteTextProps) {
  return (
    <div className="note-text">
      {note.blocks.map((block, index) => (
        <Fragment key={index}>{blockView(block, onLink)}</Fragment>
      ))}
    </div>
  )
}

function blockView(block: Block, onLink: OnLink): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlineViews(block.children, onLink)}</p>
    case 'quote':
      return <blockquote>{inlineViews(block.children, onLink)}</blockquote>
    case 'code':
      return (
        <pre data-language={block.language ?? undefined}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list':
      return listView(block, onLink)
    case 'table':
      return tableView(block, onLink)
    case 'image':
      return (
        <figure className="note-text__image">
          <img src={`/assets/${block.asset}`} alt={block.alt} loading="lazy" />
          {block.alt ? <figcaption>{block.alt}</figcaption> : null}
        </figure>
      )
    case 'math':
      return (
        <div className="note-text__math-block">
          <MathView tex={block.tex} isBlock />
        </div>
      )
    case 'rule':
      return <hr />
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading>{inlineViews(block.children, onLink)}</Heading>
    }
  }
}

function listView(list: List, onLink: OnLink): ReactNode {
  const items = list.items.map(({ children, checked, nested }, index) => (
    <li key={index} className={checked === undefined ? undefined : 'note-text__task'} data-checked={checked}>
      {checked === undefined ? null : (
        <input type="checkbox" checked={checked} disabled aria-label={checked ? 'Done' : 'Not done'} />
      )}
      {inlineViews(children, onLink)}
      {nested ? listView(nested, onLink) : null}
    </li>
  ))
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>
}

function tableView({ header, rows }: Table, onLink: OnLink): ReactNode {
  const [first, ...rest] = rows
  const body = header ? rest : rows
  return (
    <div className="note-text__table">
      <table>
        {header && first ? (
          <thead>
            <tr>
              {first.map(({ children }, index) => (
                <th key={index} scope="col">
                  {inlineViews(children, onLink)}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {body.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ children }, index) => (
                <td key={index}>{inlineViews(children, onLink)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inlineViews(inlines: readonly Inline[], onLink: OnLink): ReactNode {
  return inlines.map((inline, index) => <Fragment key={index}>{inlineView(inline, onLink)}</Fragment>)
}

function inlineView(inline: Inline, onLink: OnLink): ReactNode {
  switch (inline.type) {
    case 'break':
      return <br />
    case 'text':
      return marked(inline.text, inline.marks)
    case 'math':
      return (
        <span className="note-text__math">
          <MathView tex={inline.tex} isBlock={false} />
        </span>
      )
    case 'tag':
      return <span className="note-text__tag">#{inline.tag}</span>
    case 'reference':
      return <ReferenceView target={inline.target} title={inline.title} />
    case 'link':
      return (
        <a
          href={inline.url}
          onClick={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onLink(inline.url)
          }}
        >
          {inlineViews(inline.children, onLink)}
        </a>
      )
  }
}

function marked(text: string, marks: readonly string[]): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark === 'bold') return <strong>{inner}</strong>
    if (mark === 'italic') return <em>{inner}</em>
    if (mark === 'strikethrough') return <s>{inner}</s>
    return <code>{inner}</code>
  }, text)
}
