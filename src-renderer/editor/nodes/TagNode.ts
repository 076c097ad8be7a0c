import { TextNode, type EditorConfig, type SerializedTextNode, type Spread } from 'lexical'

type SerializedTagNode = Spread<{ tag: string }, SerializedTextNode>

/** A `#tag` in the text: one token, which is deleted as a whole. */
export class TagNode extends TextNode {
  static override getType(): string {
    return 'note-tag'
  }

  static override clone(node: TagNode): TagNode {
    return new TagNode(node.getTextContent(), node.getKey())
  }

  static override importJSON({ tag }: SerializedTagNode): TagNode {
    return $createTagNode(tag)
  }

  override exportJSON(): SerializedTagNode {
    return { ...super.exportJSON(), type: 'note-tag', tag: this.getTextContent().slice(1) }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.className = 'note-text__tag'
    return element
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }

  override isTextEntity(): boolean {
    return true
  }
}

export function $createTagNode(tag: string): TagNode {
  const node = new TagNode(`#${tag}`)
  node.setMode('token')
  return node
}
