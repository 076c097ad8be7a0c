/** The one style sheet of exported pages: calm on a screen, plain on paper. Fonts are the reader's own. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f1d1a; --quiet: #6b665e; --line: #ddd8cf; --paper: #fdfcf9;
  --yellow: #fbe9a0; --green: #cdeac3; --blue: #cbe2f7; --pink: #f9d2df; --purple: #e2d5f5 }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5dd; --quiet: #a39d92; --line: #45413a; --paper: #1b1a18;
  --yellow: #6a5a14; --green: #2f5a2a; --blue: #26496b; --pink: #6b2f45; --purple: #4b3a6d } }
* { box-sizing: border-box }
body { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Literata, Charter, Georgia, "Noto Serif", serif; overflow-wrap: break-word }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance }
h1 { font-size: 2rem; margin: 0 0 .5rem }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: .15em }
img { max-width: 100%; height: auto }
figure { margin: 1.5rem 0 }
figcaption, .quiet, .licence, caption { color: var(--quiet); font-size: .875rem }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .375rem; font-size: .875rem;
  line-height: 1.45; white-space: pre-wrap }
code { font-family: "JetBrains Mono", ui-monospace, Menlo, Consolas, monospace; font-size: .875em }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
table { border-collapse: collapse; max-width: 100%; font-size: .9rem }
th, td { padding: .3rem .6rem; border: 1px solid var(--line); text-align: start; vertical-align: top }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 }
header { margin-bottom: 2rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line) }
header p { margin: .25rem 0 }
.article { margin-top: 4rem }
.article + .article { padding-top: 4rem; border-top: 1px solid var(--line) }
.infobox { margin: 1rem 0 }
.small-caps { font-variant: small-caps }
sup, sub { line-height: 0 }
mark { color: inherit; background: var(--yellow); border-radius: .15em }
mark.hl-green { background: var(--green) }
mark.hl-blue { background: var(--blue) }
mark.hl-pink { background: var(--pink) }
mark.hl-purple { background: var(--purple) }
mark img { outline: 3px solid var(--line) }
.note-ref { line-height: 0 }
.note-ref a { padding: 0 .15em; font-weight: 600; text-decoration: none }
.notes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line) }
.notes > ol { padding-inline-start: 1.5rem }
.notes li { margin-bottom: 1rem }
.notes blockquote { border-color: var(--yellow) }
.notes blockquote.hl-green { border-color: var(--green) }
.notes blockquote.hl-blue { border-color: var(--blue) }
.notes blockquote.hl-pink { border-color: var(--pink) }
.notes blockquote.hl-purple { border-color: var(--purple) }
@media print {
  :root { --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --yellow: #fbe9a0; --green: #cdeac3; --blue: #cbe2f7;
    --pink: #f9d2df; --purple: #e2d5f5 }
  @page { margin: 18mm 16mm }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  .article, .article + .article { margin: 0; padding: 0; border: 0; break-before: page }
  h1, h2, h3, h4 { break-after: avoid }
  figure, blockquote, tr, img, pre { break-inside: avoid }
  p { orphans: 3; widows: 3 }
}
`
