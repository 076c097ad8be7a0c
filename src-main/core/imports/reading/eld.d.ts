// The package declares types for its main entry only; this is the part of its medium-sized entry that is used here.
declare module 'eld/medium' {
  interface Detection {
    /** ISO 639-1, or empty when nothing was found. */
    readonly language: string
    isReliable(): boolean
  }
  export const eld: {
    detect(text: string): Detection
    info(): { readonly Languages: Readonly<Record<string, string>> }
  }
}
