import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, List, NoteDocument } from '@shared/domain/note-document'
import './NoteText.css'

interface NoteTextProps {
  readonly note: NoteDocument
  /** A person pressed a link. */
  readonly onLink: (url: string) => void
}

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

function blockView(block: Block, onLink: (url: string) => void): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlineViews(block.children, onLink)}</p>
    case 'quote':
      return <blockquote>{inlineViews(block.children, onLink)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'list':
      return listView(block, onLink)
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading>{inlineViews(block.children, onLink)}</Heading>
    }
  }
}

function listView(list: List, onLink: (url: string) => void): ReactNode {
  const items = list.items.map((item, index) => (
    <li key={index}>
      {inlineViews(item.children, onLink)}
      {item.nested ? listView(item.nested, onLink) : null}
    </li>
  ))
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>
}

function inlineViews(inlines: readonly Inline[], onLink: (url: string) => void): ReactNode {
  return inlines.map((inline, index) => {
    if (inline.type === 'break') return <br key={index} />
    if (inline.type === 'text') return <Fragment key={index}>{marked(inline.text, inline.marks)}</Fragment>
    return (
      <a
        key={index}
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
  })
}

function marked(text: string, marks: readonly string[]): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark === 'bold') return <strong>{inner}</strong>
    if (mark === 'italic') return <em>{inner}</em>
    if (mark === 'strikethrough') return <s>{inner}</s>
    return <code>{inner}</code>
  }, text)
}
