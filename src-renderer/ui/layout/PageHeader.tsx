import { PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/IconButton'
import './PageHeader.css'

interface PageHeaderProps {
  title: string
  /** Beside the title, such as how many there are. */
  summary?: string
  /** Set where the sidebar is hidden, to bring it back. */
  onShowSidebar: (() => void) | null
  /** Buttons at its end. */
  children?: ReactNode
}

/** The head of a page that stands in place of list and reader. */
export function PageHeader({ title, summary, onShowSidebar, children }: PageHeaderProps) {
  return (
    <div className="bar page-header">
      {onShowSidebar && (
        <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
      )}
      <h1 className="page-header__title">{title}</h1>
      <span className="page-header__summary num" role="status">
        {summary}
      </span>
      <span className="grow" />
      {children}
    </div>
  )
}
