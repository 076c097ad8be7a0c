import { useEffect, useRef, useState } from 'react'

interface MathViewProps {
  /** TeX source, without dollar signs. */
  readonly tex: string
  readonly isBlock: boolean
}

type Render = (tex: string, into: HTMLElement, isBlock: boolean) => void

let loading: Promise<Render> | null = null

/** Temml is large, so it is fetched with the first formula. It builds MathML elements, never HTML, and follows no links. */
function loadRender(): Promise<Render> {
  loading ??= import('temml').then(({ default: temml }) => (tex, into, isBlock) => {
    temml.render(tex, into, {
      displayMode: isBlock,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: [20, 1000],
    })
  })
  return loading
}

/** A formula as it reads; its source where that is no TeX, or until it can be drawn. */
export function MathView({ tex, isBlock }: MathViewProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [drawn, setDrawn] = useState<string | null>(null)

  useEffect(() => {
    let isGone = false
    void loadRender().then((render) => {
      const element = place.current
      if (isGone || !element) return
      try {
        render(tex, element, isBlock)
        setDrawn(tex)
      } catch {
        element.replaceChildren()
        setDrawn(null)
      }
    })
    return () => {
      isGone = true
    }
  }, [tex, isBlock])

  return (
    <>
      <span ref={place} className="note-text__formula" hidden={drawn !== tex} />
      {drawn === tex ? null : <code className="note-text__tex">{tex}</code>}
    </>
  )
}
