/** Whether a person asked for less motion, here or in the system. */
export const isCalm = (): boolean =>
  document.documentElement.dataset['motion'] === 'reduced' ||
  window.matchMedia('(prefers-reduced-motion: reduce)').matches
