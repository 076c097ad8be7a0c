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
import { MathField } from './MathField'

type SerializedMathNode = Spread<{ tex: string }, SerializedLexicalNode>

/** A formula in a line. */
export class MathNode extends DecoratorNode<ReactNode> {
  tex: string

  constructor(tex: string, key?: NodeKey) {
    super(key)
    this.tex = tex
  }

  static override getType(): string {
    return 'note-math'
  }

  static override clone(node: MathNode): MathNode {
    return new MathNode(node.tex, node.getKey())
  }

  static override importJSON({ tex }: SerializedMathNode): MathNode {
    return new MathNode(tex)
  }

  override exportJSON(): SerializedMathNode {
    return { type: this.getType(), version: 1, tex: this.tex }
  }

  override createDOM(): HTMLElement {
    return document.createElement(this.isInline() ? 'span' : 'div')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): boolean {
    return true
  }

  override getTextContent(): string {
    return `$${this.tex}$`
  }

  setTex(tex: string): void {
    this.getWritable().tex = tex
  }

  override decorate(editor: LexicalEditor): ReactNode {
    const key = this.getKey()
    const finish = (tex: string, then: 'stay' | 'go-on') => {
      editor.update(() => {
        const node = $getNodeByKey(key)
        if (!$isMathNode(node)) return
        if (then === 'go-on') node.selectNext()
        if (tex === '') node.remove()
        else node.setTex(tex)
      })
      if (then === 'go-on') editor.focus()
    }
    return <MathField tex={this.tex} isBlock={!this.isInline()} onFinish={finish} />
  }
}

/** A formula on its own line. */
export class MathBlockNode extends MathNode {
  static override getType(): string {
    return 'note-math-block'
  }

  static override clone(node: MathBlockNode): MathBlockNode {
    return new MathBlockNode(node.tex, node.getKey())
  }

  static override importJSON({ tex }: SerializedMathNode): MathBlockNode {
    return new MathBlockNode(tex)
  }

  override isInline(): boolean {
    return false
  }

  override getTextContent(): string {
    return `$$${this.tex}$$`
  }
}

/** A formula; one without source is written at once. */
export function $createMathNode(tex: string, isBlock: boolean): MathNode {
  return isBlock ? new MathBlockNode(tex) : new MathNode(tex)
}

export function $isMathNode(node: LexicalNode | null | undefined): node is MathNode {
  return node instanceof MathNode
}
