import type { Flavour } from './flavour'
import { frontMatterTemplate } from './front-matter'

/** Obsidian: callouts, `^block` ids, properties, `[[links]]`. */
export const obsidian: Flavour = {
  name: 'obsidian',
  syntax: 'yaml',
  bullets: false,
  hazards: [
    { character: '$' },
    { character: '^' },
    { character: '|' },
    { character: '~' },
    { character: '#', after: String.raw`[^\s#]` },
    { character: '=', after: '=' },
    { character: '%', after: '%' },
    { character: '{', after: '{' },
    // Dataview reads `key:: value` anywhere.
    { character: ':', before: ':' },
  ],
  blockId: (_, short) => `^hl-${short}`,
  linkTo: ({ name, title }, inTable) => {
    const shown = title
      .replace(/[[\]|]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
    return shown === name || shown === '' ? `[[${name}]]` : `[[${name}${inTable ? String.raw`\|` : '|'}${shown}]]`
  },
  attachments: 'attachments',
  marks: {
    bullets: false,
    gone: '> [!info] No longer in Lectern\n> You had changed the passage above, so it was kept.',
    offer: ({ text, token }) => {
      const other = token === null ? null : `${token}-new`
      const note =
        '> [!warning] Changed in Lectern\n> You had changed the passage above, so it was kept. Lectern now has the one below.'
      return {
        text: `${note}\n\n${token === null || other === null ? text : text.replace(token, other)}`,
        token: other,
      }
    },
  },
  templates: {
    fileName: '{{ title }}',
    frontMatter: frontMatterTemplate(':'),
    header: '# {{ title }}',
    highlight: [
      '> [!quote] {{ colour }}{% for tag in tags %} #{{ tag }}{% endfor %}',
      '{{ quote }}',
      '>',
      '> [Open in Lectern]({{ link }}){% if sourceLink %} · [At the source]({{ sourceLink }}){% endif %}',
      '',
      '{{ blockId }}',
      '',
      '{{ note }}',
    ].join('\n'),
    note: '{{ note }}\n\n{% for tag in tags %}#{{ tag }} {% endfor %}',
  },
}
