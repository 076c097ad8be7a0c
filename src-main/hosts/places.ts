import { join } from 'node:path'

/** Where built files stand. Every bundle of the main process is put into `out/main`, so this holds for each of them. */
export const places = {
  backend: join(__dirname, 'backend.cjs'),
  preload: join(__dirname, '../preload/index.cjs'),
  renderer: join(__dirname, '../renderer'),
  icon: join(__dirname, '../../resources/icons/lectern.png'),
}
