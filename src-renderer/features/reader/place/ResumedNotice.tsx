interface ResumedNoticeProps {
  /** A section's title, or how far it is in percent. */
  readonly at: string
  readonly onAgain: () => void
}

/** Says where reading goes on, and offers the beginning instead. */
export function ResumedNotice({ at, onAgain }: ResumedNoticeProps) {
  return (
    <div className="reading__resumed" role="status">
      <span>Resumed at {at}</span>
      <button type="button" className="reading__again" onClick={onAgain}>
        Start again
      </button>
    </div>
  )
}
