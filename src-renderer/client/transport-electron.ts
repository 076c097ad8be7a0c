import type { Transport } from '@shared/contract/transport'

/** What the preload script exposes. */
export interface LecternBridge extends Transport {
  /** Where a file that was chosen or dropped is on this computer; empty where it is in no file. */
  pathForFile(file: File): string
}

declare global {
  interface Window {
    /** There in Electron, absent in a browser. */
    readonly lectern?: LecternBridge
  }
}

/** Reaches the backend through Electron's main process. */
export function createElectronTransport(bridge: LecternBridge): Transport {
  return {
    call: (name, input) =>
      bridge.call(name, input).catch((error: unknown) => ({
        ok: false,
        error: { code: 'internal', message: `Lectern did not answer: ${String(error)}` },
      })),
    subscribe: (listener) => bridge.subscribe(listener),
  }
}
