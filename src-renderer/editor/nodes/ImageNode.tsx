import {
  $getNodeByKey,
  DecoratorNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical'
import type { ReactNode } from 'react'
import type { AssetId } from '@shared/domain/ids'
import { ImageField } from './ImageField'

type SerializedImageNode = Spread<{ asset: AssetId; alt: string }, SerializedLexicalNode>

/** A picture on its own line. */
export class ImageNode extends DecoratorNode<ReactNode> {
  readonly asset: AssetId
  alt: string

  constructor(asset: AssetId, alt: string, key?: NodeKey) {
    super(key)
    this.asset = asset
    this.alt = alt
  }

  static override getType(): string {
    return 'note-image'
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.asset, node.alt, node.getKey())
  }

  static override importJSON({ asset, alt }: SerializedImageNode): ImageNode {
    return $createImageNode(asset, alt)
  }

  override exportJSON(): SerializedImageNode {
    return { type: 'note-image', version: 1, asset: this.asset, alt: this.alt }
  }

  override createDOM(): HTMLElement {
    return document.createElement('div')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): boolean {
    return false
  }

  override getTextContent(): string {
    return this.alt
  }

  setAlt(alt: string): void {
    this.getWritable().alt = alt
  }

  override decorate(editor: LexicalEditor): ReactNode {
    const key = this.getKey()
    const change = ($run: (node: ImageNode) => void) =>
      editor.update(() => {
        const node = $getNodeByKey(key)
        if ($isImageNode(node)) $run(node)
      })
    const goOn = ($run: (node: ImageNode) => void) => {
      // The field may stay where it is, so it must let go of the focus by itself.
      editor.getRootElement()?.focus({ preventScroll: true })
      change((node) => {
        node.selectNext()
        $run(node)
      })
      editor.focus()
    }
    return (
      <ImageField
        nodeKey={key}
        asset={this.asset}
        alt={this.alt}
        onDescribe={(alt) => change((node) => node.setAlt(alt))}
        onGoOn={(alt) => goOn((node) => node.setAlt(alt))}
        onRemove={() => goOn((node) => node.remove())}
      />
    )
  }
}

export function $createImageNode(asset: AssetId, alt: string): ImageNode {
  return new ImageNode(asset, alt)
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode
}
