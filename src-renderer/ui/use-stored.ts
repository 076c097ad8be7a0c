import { useCallback, useState } from 'react'

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/**
 * State of this window that is remembered on this computer, such as a pane's width. What is not in the stored form any
 * more counts as nothing stored.
 */
export function useStored<Value>(
  name: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const key = `lectern.${name}`
  const [value, setValue] = useState(() => {
    const stored = read(key)
    return isValid(stored) ? stored : initial
  })
  const store = useCallback(
    (next: Value) => {
      setValue(next)
      localStorage.setItem(key, JSON.stringify(next))
    },
    [key],
  )
  return [value, store]
}

/** Whether a stored value is a number. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Whether a stored value is a truth value. */
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** Whether a stored value is a list of texts. */
export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')
