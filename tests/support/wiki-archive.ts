import type { GivenArchive } from './zim-builder'

/** A PNG of 16 × 16, all of one colour. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mPQyu8jCTGMahjVMHw1AABxfScQJb0vagAAAABJRU5ErkJggg==',
  'base64',
)

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body class="mw-body">
  <h1 id="firstHeading">${title}</h1><div id="mw-content-text"><div class="mw-parser-output">${body}</div></div></body></html>`

const CURIE = page(
  'Marie Curie',
  `<p>Marie Curie was a Polish and naturalised-French physicist and chemist who conducted pioneering research on
  <a href="Radioactivity">radioactivity</a>. She was the first woman to win a Nobel Prize, the first person to win it twice,
  and the only person to win it in two sciences. She is known for <a href="Radium">radium</a> and polonium.</p>
  <figure class="thumb"><img src="./_assets_/curie.png" width="16" height="16" alt="Curie in her laboratory">
  <figcaption>Curie in her laboratory</figcaption></figure>
  <h2>Life</h2><p>She was born in Warsaw, in what was then the Kingdom of Poland, part of the Russian Empire, and studied at the
  clandestine Flying University before she left for Paris in 1891 to follow her elder sister Bronisława.</p>
  <script>document.title = 'ran'; fetch('http://example.org/leak')</script>
  <p onclick="document.title='ran'">She died in 1934. <a href="javascript:document.title='ran'">A bad link</a>,
  <a href="https://example.org/">a good one</a>.<img src="https://example.org/pixel.png" width="40" height="40"></p>`,
)

/** A small archive in the manner of those of Wikipedia. */
export const WIKI: GivenArchive = {
  main: 'C/Main_Page',
  perCluster: 3,
  entries: [
    { path: 'M/Title', content: 'Wikipedia on a shelf' },
    { path: 'M/Description', content: 'Four articles, for tests' },
    { path: 'M/Language', content: 'eng' },
    { path: 'M/Creator', content: 'Wikipedia' },
    { path: 'M/Publisher', content: 'Lectern' },
    { path: 'M/Date', content: '2026-03-01' },
    { path: 'M/Source', content: 'en.wikipedia.org' },
    { path: 'M/Counter', content: 'text/html=5;image/png=1' },
    { path: 'M/Illustration_48x48@1', mediaType: 'image/png', content: PICTURE },
    { path: 'C/_assets_/curie.png', mediaType: 'image/png', content: PICTURE },
    {
      path: 'C/Main_Page',
      title: 'Main Page',
      content: page(
        'Main Page',
        '<p>Welcome. Read about <a href="Marie_Curie">Marie Curie</a> or <a href="Radium">radium</a>.</p>',
      ),
    },
    { path: 'C/Marie_Curie', title: 'Marie Curie', content: CURIE },
    { path: 'C/Maria_Skłodowska', title: 'Maria Skłodowska', redirect: 'C/Marie_Curie' },
    {
      path: 'C/Radium',
      content: page(
        'Radium',
        `<p>Radium is a chemical element; it has symbol Ra and atomic number 88. It is the sixth element in group 2 of the periodic
        table, also known as the alkaline earth metals. It was discovered by <a href="Marie_Curie">Marie Curie</a> in 1898.</p>
        <p>Pure radium is silvery-white, but it readily reacts with nitrogen upon exposure to air, forming a black layer.</p>`,
      ),
    },
    {
      path: 'C/Radioactivity',
      content: page(
        'Radioactivity',
        '<p>Radioactivity is the process by which an unstable atomic nucleus loses energy by radiation. It takes many forms, and it goes on until a stable nucleus is left.</p>',
      ),
    },
    {
      path: 'C/Élysée_Palace',
      title: 'Élysée Palace',
      content: page(
        'Élysée Palace',
        '<p>The Élysée Palace is the official residence of the President of the French Republic. It was built in 1722 for a nobleman.</p>',
      ),
    },
  ],
}
