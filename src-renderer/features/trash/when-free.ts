/** Does something once no dialog holds the focus any more: one that was answered fades away first. */
export function whenFree(act: () => void): void {
  if (document.querySelector('.dialog-scrim') === null) act()
  else requestAnimationFrame(() => whenFree(act))
}

/** Whether nothing that a person went to has the focus: what had it is gone, or its dialog is going. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.closest('.dialog-scrim') !== null
}
