import { expect, test } from 'vitest'
import { isSingleKey, keycaps, matchesKey } from './keys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('Mod is Ctrl, and the command key on a Mac', () => {
  expect(matchesKey('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(matchesKey('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  expect(matchesKey('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
})

test('letters look at Shift, signs do not', () => {
  expect(matchesKey('H', press('H', { shiftKey: true }), false)).toBe(false)
  expect(matchesKey('Shift+H', press('H', { shiftKey: true }), false)).toBe(true)
  expect(matchesKey('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matchesKey('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matchesKey('Space', press(' '), false)).toBe(true)
  expect(matchesKey('Space', press(' ', { shiftKey: true }), false)).toBe(false)
})

test('named keys match as they are', () => {
  expect(matchesKey('Alt+ArrowDown', press('ArrowDown', { altKey: true }), false)).toBe(true)
  expect(matchesKey('F6', press('F6'), false)).toBe(true)
})

test('single keys are those without Mod and Alt', () => {
  expect(['E', '?', 'Delete', 'Space'].every(isSingleKey)).toBe(true)
  expect(['Mod+K', 'Alt+ArrowUp', 'F6', 'Escape'].some(isSingleKey)).toBe(false)
})

test('keycaps are those of this computer', () => {
  expect(keycaps('Mod+Shift+F', false)).toEqual(['Ctrl', 'Shift', 'F'])
  expect(keycaps('Mod+Shift+F', true)).toEqual(['⌘', '⇧', 'F'])
  expect(keycaps('Alt+ArrowDown', false)).toEqual(['Alt', '↓'])
})
