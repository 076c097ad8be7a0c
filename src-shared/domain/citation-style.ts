/**
 * The citation styles that come with Lectern: a name that stays, as people know them, and the file's name in the Citation Style
 * Language project's repository.
 */
export const BUNDLED_STYLES = {
  apa: { label: 'APA, 7th edition', file: 'apa' },
  mla: { label: 'MLA, 9th edition', file: 'modern-language-association' },
  chicago: { label: 'Chicago, author and date', file: 'chicago-author-date' },
  'chicago-notes': { label: 'Chicago, short notes', file: 'chicago-note-bibliography' },
  'chicago-full-notes': { label: 'Chicago, full notes', file: 'chicago-fullnote-bibliography' },
  harvard: { label: 'Harvard (Cite Them Right)', file: 'harvard-cite-them-right' },
  vancouver: { label: 'Vancouver', file: 'vancouver' },
  ieee: { label: 'IEEE', file: 'ieee' },
  nature: { label: 'Nature', file: 'nature' },
  ama: { label: 'AMA, 11th edition', file: 'american-medical-association' },
  acs: { label: 'American Chemical Society', file: 'american-chemical-society' },
  apsa: { label: 'American Political Science Association', file: 'american-political-science-association' },
  asa: { label: 'American Sociological Association', file: 'american-sociological-association' },
  turabian: { label: 'Turabian, author and date', file: 'turabian-author-date' },
  mhra: { label: 'MHRA, notes', file: 'modern-humanities-research-association' },
  oscola: { label: 'OSCOLA, notes', file: 'oscola' },
  'iso690-en': { label: 'ISO 690', file: 'iso690-author-date-en' },
  'iso690-de': { label: 'ISO 690 (Deutsch)', file: 'iso690-author-date-de' },
  'iso690-fr': { label: 'ISO 690 (Français)', file: 'iso690-author-date-fr' },
  'din-1505-2': { label: 'DIN 1505-2 (Deutsch)', file: 'din-1505-2' },
  dgps: { label: 'DGPs (Deutsch)', file: 'deutsche-gesellschaft-fur-psychologie' },
  abnt: { label: 'ABNT (Português)', file: 'associacao-brasileira-de-normas-tecnicas' },
  gost: { label: 'ГОСТ Р 7.0.5–2008', file: 'gost-r-7-0-5-2008' },
  'gb-t-7714': { label: 'GB/T 7714—2015', file: 'china-national-standard-gb-t-7714-2015-author-date' },
  sist02: { label: 'SIST02 (日本語)', file: 'sist02' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly file: string }>>

/** Name of a style that comes with Lectern. */
export type BundledStyle = keyof typeof BUNDLED_STYLES

/** The languages that citations can be written in, by their own names. */
export const CITATION_LANGUAGES = {
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
  ar: 'العربية',
  'cs-CZ': 'Čeština',
  'da-DK': 'Dansk',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'fi-FI': 'Suomi',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'ja-JP': '日本語',
  'ko-KR': '한국어',
  'nb-NO': 'Norsk bokmål',
  'nl-NL': 'Nederlands',
  'pl-PL': 'Polski',
  'pt-BR': 'Português (Brasil)',
  'pt-PT': 'Português (Portugal)',
  'ru-RU': 'Русский',
  'sv-SE': 'Svenska',
  'tr-TR': 'Türkçe',
  'uk-UA': 'Українська',
  'zh-CN': '中文',
} as const
