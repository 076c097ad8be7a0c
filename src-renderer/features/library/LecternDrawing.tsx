/** An open book on a stand, one line marked. */
export function LecternDrawing() {
  return (
    <svg
      width="112"
      height="96"
      viewBox="0 0 112 96"
      fill="none"
      stroke="var(--ink-1)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M56 20C44 11 27 10 12 14v38c15-4 32-3 44 6" fill="var(--surface-raised)" />
      <path d="M56 20c12-9 29-10 44-6v38c-15-4-32-3-44 6" fill="var(--surface-raised)" />
      <g stroke="var(--line-control)" strokeWidth="1.6">
        <path d="M21 24c8-1 16 0 24 3" />
        <path d="M21 42c8-1 16 0 24 3" />
        <path d="M67 27c8-3 16-4 24-3" />
        <path d="M67 36c8-3 16-4 24-3" />
        <path d="M67 45c5-2 9-2.6 14-3" />
      </g>
      <path d="M21 33c8-1 16 0 24 3" stroke="var(--hl-yellow-strong)" strokeWidth="6" />
      <path d="M56 20v38" />
      <path d="M8 60c17-5 35-4 48 5 13-9 31-10 48-5" />
      <path d="M56 65v23M38 90h36" />
    </svg>
  )
}
