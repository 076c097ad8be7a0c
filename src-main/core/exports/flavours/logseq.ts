import type { Flavour } from './flavour'
import { frontMatterTemplate } from './front-matter'

/**
 * Logseq: everything is a bullet, blocks carry `id::`, a page begins with `key:: value` lines. Written as Logseq itself
 * writes: nested by tabs, what belongs to a bullet by two spaces, so that its own saving changes nothing.
 */
export const logseq: Flavour = {
  name: 'logseq',
  syntax: 'properties',
  bullets: true,
  hazards: [
    { character: '$' },
    { character: '^' },
    { character: '|' },
    { character: '~' },
    { character: '#' },
    { character: '=', after: '=' },
    { character: '{', after: '{' },
    { character: '(', after: String.raw`\(` },
    { character: ':', before: ':' },
  ],
  blockId: (id) => `id:: ${id}`,
  linkTo: ({ name, title }) => {
    const shown = title.replace(/[[\]]/gu, ' ').replace(/\s+/gu, ' ').trim()
    return shown === name || shown === '' ? `[[${name}]]` : `[${shown}]([[${name}]])`
  },
  attachments: 'assets',
  marks: {
    bullets: true,
    gone: '- **No longer in Lectern**: the block above was changed here, so it was kept.',
    offer: ({ text, token }) => {
      // An id may stand in one block alone; the property keeps the two apart and findable.
      const other = token?.replace('id:: ', 'lectern-new:: ') ?? null
      const own = token === null || other === null ? text : text.replace(token, other)
      const note = '- **Changed in Lectern**: the block above was changed here, so it was kept. Lectern now has:'
      return { text: `${note}\n${own.replace(/^/gmu, '\t')}`, token: other }
    },
  },
  templates: {
    fileName: '{{ title }}',
    frontMatter: frontMatterTemplate('::', ['title']),
    header: '',
    highlight: [
      '- {{ blockId }}',
      '  {{ quote | indent: "  " }}',
      '  {{ colour }}{% for tag in tags %} #{{ tag }}{% endfor %} · [Open in Lectern]({{ link }})' +
        '{% if sourceLink %} · [At the source]({{ sourceLink }}){% endif %}' +
        '{% for block in noteBlocks %}',
      '\t- {{ block | indent: "\t  " }}{% endfor %}',
    ].join('\n'),
    note: [
      '{% for block in noteBlocks %}- {{ block | indent: "  " }}',
      '{% endfor %}{% if tags.size > 0 %}-{% for tag in tags %} #{{ tag }}{% endfor %}{% endif %}',
    ].join('\n'),
  },
}
