const GROUPS: readonly { title: string; names: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    names: [
      ['title, author, site, url', 'of the article'],
      ['published, added, language', 'dates as YYYY-MM-DD'],
      ['tags, topics', 'lists'],
      ['status, favourite', 'inbox, reading or archive; true or false'],
      ['licence, licenceUrl, licenceAuthors', 'the terms of its text'],
      ['link, id, highlightCount', 'link opens the article in Lectern'],
    ],
  },
  {
    title: 'Highlight',
    names: [
      ['quote, text', 'the passage as a quote, or plain'],
      ['colour, colourKey', 'its meaning; yellow, green …'],
      ['note, noteBlocks', 'your note whole, or block by block'],
      ['tags, section', 'the heading it stands under'],
      ['link, sourceLink', 'to Lectern; to the words on the web page'],
      ['blockId', 'its id; put at the end when you leave it out'],
      ['created, updated', 'times'],
    ],
  },
  { title: 'Note', names: [['note, noteBlocks, tags, link', 'of the note on the article']] },
  {
    title: 'Filters',
    names: [
      ['date: "%d.%m.%Y", upcase, truncate: 80 …', 'those of LiquidJS'],
      ['indent: "  ", quote', 'indents further lines; puts > before each'],
    ],
  },
]

/** The words that a template may use. */
export function TemplateHelp() {
  return (
    <details className="template-help">
      <summary>Words for templates</summary>
      <p>
        Templates are written in Liquid: {'{{ title }}'} puts a value in, {'{% if note %} … {% endif %}'} asks for one.
        Values are escaped for the place where they stand. A line of the front matter without a value is left out.
      </p>
      {GROUPS.map(({ title, names }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {names.map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  )
}
