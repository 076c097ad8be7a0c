import { spawn } from 'node:child_process'

/** Opens an address in the person's browser, if this computer shows one; otherwise does nothing. */
export function openBrowser(address: string): void {
  const command = browserCommand(address)
  if (command === null) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  // No browser after all: the address was printed, and that has to do.
  child.on('error', () => undefined)
  child.unref()
}

function browserCommand(address: string): readonly [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? ''
  return display === '' ? null : ['xdg-open', address]
}
