import './ProgressRing.css'

const LENGTH = 2 * Math.PI * 5.6

/** A ring that fills: share done, 0 to 1. Decoration; its control says it in words. */
export function ProgressRing({ share }: { share: number }) {
  return (
    <svg className="progress-ring" viewBox="0 0 16 16" aria-hidden>
      <circle cx="8" cy="8" r="5.6" />
      <circle cx="8" cy="8" r="5.6" strokeDasharray={`${share * LENGTH} ${LENGTH}`} />
    </svg>
  )
}
