/** Text that is Markdown already: it goes into a template's output as it is, every other value is escaped. */
export class MarkdownValue {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}
