/** What Lectern uses of citeproc-js (https://citeproc-js.readthedocs.io/en/latest/running.html). It has no types of its own. */
declare module 'citeproc' {
  /** An element of a style or locale. */
  export interface CslTree {
    readonly name: string
    readonly attrs: Record<string, string>
    readonly children: readonly (CslTree | string)[]
  }

  export interface System {
    /** A locale by its tag, such as `de-DE`. */
    retrieveLocale(tag: string): CslTree
    /** A source in CSL-JSON. */
    retrieveItem(id: string): object
  }

  export interface Engine {
    setOutputFormat(name: string): void
    /** The sources that there are: sorted and told apart as the style says. */
    updateItems(ids: readonly string[]): void
    /** False where the style has no bibliography. */
    makeBibliography(): readonly [object, readonly string[]] | false
    makeCitationCluster(cites: readonly { readonly id: string }[]): string
    readonly registry: {
      /** The sources that are written alike, by how they are written. */
      readonly ambigcites: object
      /** Names, by the family's. */
      readonly namereg: { readonly namereg: object }
    }
  }

  /** How output is written. Only what is replaced is named. */
  export interface OutputFormat {
    readonly text_escape: (text: string | undefined) => string
    readonly '@bibliography/entry': (this: { readonly system_id?: string }, state: unknown, text: string) => string
  }

  const CSL: {
    /** @throws Error, or a string, for a style that it cannot run */
    readonly Engine: new (system: System, style: CslTree, language: string, forced: boolean) => Engine
    readonly Output: { readonly Formats: Record<string, OutputFormat> & { readonly html: OutputFormat } }
    debug: (message: string) => void
  }
  export default CSL
}
