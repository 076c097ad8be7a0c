import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from '../../ui/controls/Kbd'
import { Marked } from '../../ui/layout/Marked'
import { usePaletteItems } from './use-palette-items'

/** The palette's field and its list. The field keeps focus; the current entry is its active descendant. */
export function PaletteBox({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const sections = usePaletteItems(typed)
  const items = sections.flatMap((section) => section.items)
  const current = items[Math.min(active, items.length - 1)] ?? null
  const currentId = current && optionId(items.indexOf(current))

  useEffect(() => {
    if (currentId) list.current?.querySelector(`[id="${currentId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [currentId, current?.id])

  const run = (item: typeof current) => {
    if (!item) return
    onClose()
    item.run()
  }

  return (
    <>
      <div className="palette__field">
        <Search className="icon" aria-hidden />
        <input
          autoFocus
          className="palette__input"
          aria-label="Command, article, note, topic or tag"
          placeholder="Command, article, note, topic or tag"
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={currentId ?? undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              const step = event.key === 'ArrowDown' ? 1 : -1
              setActive((Math.min(active, items.length - 1) + step + items.length) % Math.max(1, items.length))
            } else if (event.key === 'Enter') {
              event.preventDefault()
              run(current)
            }
          }}
        />
        <span className="palette__scope">{typed.startsWith('>') ? 'Actions' : 'Everywhere'}</span>
      </div>
      <div ref={list} className="palette__list" id="palette-list" role="listbox" aria-label="Results">
        {sections.map((section) => (
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="palette__heading" aria-hidden>
              {section.title}
            </div>
            {section.items.map((item) => (
              <div
                key={item.id}
                id={optionId(items.indexOf(item))}
                className="palette__option"
                role="option"
                aria-selected={item === current}
                onMouseMove={() => setActive(items.indexOf(item))}
                onClick={() => run(item)}
              >
                {item.icon}
                <span className={item.isArticle ? 'grow truncate serif' : 'grow truncate'} dir="auto">
                  <Marked excerpt={item.title} />
                </span>
                {item.aside && <small className="truncate">{item.aside}</small>}
                {item.keys && <Kbd keys={item.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <p className="palette__nothing" role="status">
          Nothing is called “{typed.replace(/^>/u, '').trim()}”
        </p>
      )}
      <div className="palette__foot" aria-hidden>
        <span>
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" /> Move
        </span>
        <span>
          <Kbd keys="Enter" /> Open
        </span>
        <span className="palette__foot-end">
          <Kbd keys=">" /> Actions only
        </span>
      </div>
    </>
  )
}

/** By place: what an entry is called may hold anything. */
function optionId(index: number): string {
  return `palette-${index}`
}
