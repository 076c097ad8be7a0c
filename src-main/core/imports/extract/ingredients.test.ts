import { expect, test } from 'vitest'
import { parseDocument, plainText, serialize } from '../html/html-tree'
import { extractArticle } from './extract'

const STEP = '<p>Stir the flour into the milk, wait until it has risen, and bake it until it is brown on top.</p>'
const ROWS = [
  ['125 g', 'flour'],
  ['65 g', 'sugar'],
  ['1', 'egg'],
  ['500 ml', 'milk'],
] as const
const data = (values: readonly string[]) =>
  `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'Recipe', recipeIngredient: values }] })}</script>`
const extract = (body: string, head = '') =>
  extractArticle(
    parseDocument(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, { scriptingEnabled: false }),
    'Cake',
  )
const instructions = `<main><h1>Cake</h1><div class="steps">${STEP.repeat(8)}</div></main>`

test('the ingredients that a recipe’s data names stay, wherever their list stands, with its heading', () => {
  const rows = ROWS.map(([amount, name]) => `<tr><td>${amount}</td><td><a href="/${name}">${name}</a></td></tr>`)
  const table = `<div class="col-4"><h2>What you need</h2><table>${rows.join('')}</table><button>Add to my list</button><div><a href="/l"><i>\uE8CC</i> Add to the list</a></div></div>`
  const head = data(ROWS.map((row) => row.join(' ')))
  const found = extract(`<div>${table}</div>${instructions}`, head)
  expect(plainText(found)).toMatch(/^What you need125 gflour65 gsugar1egg500 mlmilkStir/u)
  expect(serialize(found)).toContain('<table>')
  expect(plainText(found)).not.toContain('Add to')
})

test('a list that is called the ingredients stays without data', () => {
  const list = `<aside class="recipe-ingredients"><h3>Zutaten</h3><ul><li>125 g Mehl</li><li>65 g Zucker</li><li>1 Ei</li></ul></aside>`
  expect(plainText(extract(`<main><h1>Cake</h1>${list}<div>${STEP.repeat(8)}</div></main>`))).toMatch(
    /^Zutaten125 g Mehl65 g Zucker1 EiStir/u,
  )
})

test('other pages’ lists of ingredients, and links by ingredient, do not come in', () => {
  const links = `<ul class="ingredients"><li><a href="/f">Flour</a></li><li><a href="/s">Sugar</a></li><li><a href="/e">Egg</a></li></ul>`
  expect(plainText(extract(`${instructions}<footer>${links}</footer><div>${links}</div>`))).not.toMatch(/Flour|Sugar/u)
})
