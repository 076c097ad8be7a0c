import { DecoratorNode, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical'
import type { ReactNode } from 'react'
import type { LinkTarget } from '@shared/domain/note-document'
import { ReferenceView } from '../ReferenceView'

type SerializedReferenceNode = Spread<{ target: LinkTarget; title: string }, SerializedLexicalNode>

/** A `[[link]]` to an article or a note. */
export class ReferenceNode extends DecoratorNode<ReactNode> {
  readonly target: LinkTarget
  readonly title: string

  constructor(target: LinkTarget, title: string, key?: NodeKey) {
    super(key)
    this.target = target
    this.title = title
  }

  static override getType(): string {
    return 'note-reference'
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.target, node.title, node.getKey())
  }

  static override importJSON({ target, title }: SerializedReferenceNode): ReferenceNode {
    return $createReferenceNode(target, title)
  }

  override exportJSON(): SerializedReferenceNode {
    return { type: 'note-reference', version: 1, target: this.target, title: this.title }
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): boolean {
    return true
  }

  override getTextContent(): string {
    return this.title
  }

  override decorate(): ReactNode {
    return <ReferenceView target={this.target} title={this.title} isEditing />
  }
}

export function $createReferenceNode(target: LinkTarget, title: string): ReferenceNode {
  return new ReferenceNode(target, title)
}
