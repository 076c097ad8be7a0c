import { z } from 'zod'
import { method } from './define'

/** What the host itself does, outside the library. Answered by the host, not by the backend. */
export const host = {
  /** Opens an address in the person's browser or mail program. Only http, https and mailto. */
  openExternal: method(
    z.object({
      url: z
        .string()
        .max(4096)
        .regex(/^(?:https?:\/\/|mailto:)/iu),
    }),
    z.void(),
  ),
  /**
   * Prints an exported document to PDF in a window nobody sees, in which no script runs. Only on the desktop; elsewhere the
   * document's print view opens, in which the browser saves as PDF. @throws unsupported-here
   */
  printPdf: method(
    z.object({
      path: z
        .string()
        .max(10_000)
        .regex(/^\/print\/(?:(?:article|topic)\/[\da-f-]{36}(?:\?[\w=&]*)?|articles\?ids=[\da-f,-]+)$/u),
    }),
    z.instanceof(Uint8Array<ArrayBuffer>),
  ),
  /** Lets the person choose a folder in the system's own dialog; null when none was chosen. Only on the desktop. */
  chooseFolder: method(z.object({ title: z.string().max(200) }), z.string().nullable()),
}
