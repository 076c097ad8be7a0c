import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The application menu. Items of our own name a command of the interface, which runs it; their keys are shown here and
 * handled there, so that a key never acts twice.
 */
export function installMenu(command: (id: string) => void, development: boolean): void {
  const item = (label: string, id: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => command(id),
  })
  const mac = process.platform === 'darwin'
  const settings = item('Settings…', 'settings.open', 'CmdOrCtrl+,')
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [appMenu] : []),
      {
        label: 'File',
        submenu: [
          item('Add…', 'import.open', 'CmdOrCtrl+O'),
          item('Export…', 'export.open', 'CmdOrCtrl+E'),
          separator,
          ...(mac ? [] : [settings, separator]),
          mac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      {
        label: 'Edit',
        submenu: [
          // Not the roles, which know only of text fields: the window tells whose undo is meant.
          item('Undo', 'undo', 'CmdOrCtrl+Z'),
          item('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'pasteAndMatchStyle' },
          { role: 'delete' },
          separator,
          { role: 'selectAll' },
        ],
      },
      {
        label: 'View',
        submenu: [
          item('Commands…', 'palette.open', 'CmdOrCtrl+K'),
          item('Search', 'search.open', 'CmdOrCtrl+Shift+F'),
          item('Keyboard', 'keyboard.open', '?'),
          separator,
          { role: 'togglefullscreen' },
          ...(development ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
