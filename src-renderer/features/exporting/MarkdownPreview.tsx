/** How a line of Markdown is told apart: a heading, a quote, front matter, or plain text. */
function kindOf(line: string, inFrontMatter: boolean): 'heading' | 'quote' | 'key' | 'text' {
  if (inFrontMatter) return 'key'
  if (line.startsWith('#')) return 'heading'
  return line.startsWith('>') ? 'quote' : 'text'
}

const MOST_LINES = 2000

/** A Markdown file as it will be, its lines lightly told apart. */
export function MarkdownPreview({ text }: { text: string }) {
  const lines = text.split('\n').slice(0, MOST_LINES)
  const frontMatterEnd = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  return (
    <pre className="markdown-preview" tabIndex={0} aria-label="Preview" dir="auto">
      {lines.map((line, index) => (
        <span key={index} data-kind={kindOf(line, index <= frontMatterEnd)}>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}
