import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../../../ui/controls/Button'
import { Popover } from '../../../ui/controls/Popover'
import type { LinkActions } from '../links/use-links'
import './AboutLink.css'

interface AboutLinkProps {
  readonly url: string
  readonly links: LinkActions
  readonly children: ReactNode
}

/** A link of the About panel: opens the article if the library has it, else asks what to do. Nothing is fetched before. */
export function AboutLink({ url, links, children }: AboutLinkProps) {
  const ref = useRef<HTMLAnchorElement>(null)
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  return (
    <>
      <a
        ref={ref}
        href={url}
        className="about-panel__link"
        onAuxClick={(event) => event.preventDefault()}
        onClick={(event) => {
          event.preventDefault()
          void links.openInside(url).then((found) => setAsks(!found))
        }}
      >
        {children}
      </a>
      <Popover label="Link" triggerRef={ref} isOpen={asks} onOpenChange={setAsks} placement="bottom start">
        <div className="about-link">
          <p className="about-link__address">{url}</p>
          <div className="about-link__actions">
            <Button
              autoFocus
              onPress={() => {
                links.add(url)
                close()
              }}
            >
              Import this article
            </Button>
            <Button
              look="ghost"
              onPress={() => {
                void links.openOutside(url)
                close()
              }}
            >
              Open in browser
            </Button>
          </div>
        </div>
      </Popover>
    </>
  )
}
