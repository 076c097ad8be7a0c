import type { Flavour } from './flavour'
import { frontMatterTemplate } from './front-matter'
import { NOTE_TEMPLATE, offerBelow } from './paragraphs'

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
    offer: offerBelow(
      '> [!warning] Changed in Lectern\n> You had changed the passage above, so it was kept. Lectern now has the one below.',
      (token) => `${token}-new`,
    ),
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
    note: NOTE_TEMPLATE,
  },
}
