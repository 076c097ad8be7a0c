import type { Flavour } from './flavour'
import { frontMatterTemplate } from './front-matter'
import { NOTE_TEMPLATE, offerBelow } from './paragraphs'

/** CommonMark with GitHub's tables, check lists, strike-through and maths, for any program. */
export const markdown: Flavour = {
  name: 'markdown',
  syntax: 'yaml',
  bullets: false,
  hazards: [
    { character: '$' },
    { character: '~' },
    { character: '|' },
    { character: '#', after: String.raw`[^\s#]` },
    { character: '=', after: '=' },
    { character: ':', before: ':' },
  ],
  blockId: (_, short) => `<a id="hl-${short}"></a>`,
  linkTo: ({ title, href }) => `[${title.replace(/[[\]\\|]/gu, String.raw`\$&`)}](${href})`,
  attachments: 'attachments',
  marks: {
    bullets: false,
    gone: '> **No longer in Lectern**: you had changed the passage above, so it was kept.',
    offer: offerBelow(
      '> **Changed in Lectern**: you had changed the passage above, so it was kept. Lectern now has:',
      (token) => token.replace('"></a>', '-new"></a>'),
    ),
  },
  templates: {
    fileName: '{{ title }}',
    frontMatter: frontMatterTemplate(':'),
    header: '# {{ title }}',
    highlight: [
      '{{ quote }}',
      '',
      '{{ blockId }}{{ colour }}{% for tag in tags %} · #{{ tag }}{% endfor %} · [Open in Lectern]({{ link }})' +
        '{% if sourceLink %} · [At the source]({{ sourceLink }}){% endif %}',
      '',
      '{{ note }}',
    ].join('\n'),
    note: NOTE_TEMPLATE,
  },
}
