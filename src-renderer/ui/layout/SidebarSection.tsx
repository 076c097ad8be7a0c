import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import { isBoolean, useStored } from '../use-stored'
import './Row.css'
import './SidebarSection.css'

interface SidebarSectionProps {
  title: string
  /** Names it in what is remembered on this computer. */
  name: string
  /** One line that stands in place of rows where there are none. */
  help: string | null
  /** A button at the end of its heading. */
  action?: ReactNode
  children: ReactNode
}

/** Rows of the sidebar under a heading that folds them away. */
export function SidebarSection({ title, name, help, action, children }: SidebarSectionProps) {
  const [isOpen, setOpen] = useStored(`sidebar.${name}`, true, isBoolean)
  const id = useId()
  return (
    <section className="sidebar-section" aria-labelledby={id}>
      <div className="sidebar-section__head">
        <h2 className="sidebar-section__title" id={id}>
          <Button className="sidebar-section__fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {title}
            <ChevronRight className="icon icon--xs sidebar-section__chevron" aria-hidden />
          </Button>
        </h2>
        {action}
      </div>
      {isOpen && (help === null ? children : <p className="sidebar-section__help">{help}</p>)}
    </section>
  )
}
