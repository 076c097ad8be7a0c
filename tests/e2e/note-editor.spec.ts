import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'

const editor = (page: Page) => page.getByRole('textbox', { name: /^Note: /u })
const menu = (page: Page) => page.getByRole('listbox', { name: /^(?:Insert|Tags|Articles and notes)$/u })

async function newNote(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Notes' }).click()
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click()
  await expect(editor(page)).toBeFocused()
}

const saved = (page: Page) => expect(page.locator('.note-writing__state')).toHaveText('Saved')

/** Pastes as a browser does, with these types on the clipboard. */
async function paste(page: Page, types: Readonly<Record<string, string>>): Promise<void> {
  await editor(page).evaluate((element, data) => {
    const transfer = new DataTransfer()
    for (const [type, value] of Object.entries(data)) transfer.setData(type, value)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
  }, types)
}

test('every block is made by its Markdown while typing, and is there after a reload', async ({ page }) => {
  test.slow()
  await newNote(page)
  const type = async (...lines: string[]) => {
    for (const line of lines) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
  }
  await type('# Cholera', '## In Soho', 'Plain **bold** *italic* ~~struck~~ `code` and $E = mc^2$ done')
  await type('- point')
  await page.keyboard.press('Enter')
  await type('3. third')
  await page.keyboard.press('Enter')
  await type('- [ ] open', 'closed')
  await page.keyboard.press('Enter')
  await page.keyboard.type('> Quoted words')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await type('---')
  await page.keyboard.type('$$ ')
  await page.keyboard.type('\\int_0^1 x\\,dx')
  await page.keyboard.press('Enter')
  await page.keyboard.type('|Pump|Deaths| ')
  await page.keyboard.type('Broad Street')
  await page.keyboard.press('Tab')
  await page.keyboard.type('616')
  await saved(page)
  await page.reload()
  const text = editor(page)
  await expect(text.locator('h1')).toHaveText('Cholera')
  await expect(text.locator('h2')).toHaveText('In Soho')
  await expect(text.locator('p strong')).toHaveText('bold')
  await expect(text.locator('p code').first()).toHaveText('code')
  await expect(text.locator('.note-text__math math')).toBeVisible()
  await expect(text.locator('ul > li').first()).toHaveText('point')
  await expect(text.locator('ol')).toHaveAttribute('start', '3')
  await expect(text.getByRole('checkbox')).toHaveText(['open', 'closed'])
  await expect(text.locator('blockquote')).toHaveText('Quoted words')
  await expect(text.locator('hr')).toHaveCount(1)
  await expect(text.locator('.note-text__math-block math')).toBeVisible()
  await expect(text.locator('th')).toHaveText(['Pump', 'Deaths'])
  await expect(text.locator('td')).toHaveText(['Broad Street', '616'])
  await expectAccessible(page)
})

test('the slash menu puts blocks in by keys and by the mouse, and Escape closes it before the editor', async ({
  page,
}) => {
  await newNote(page)
  await page.keyboard.type('/')
  await expect(menu(page)).toBeVisible()
  await expect(editor(page)).toHaveAttribute('aria-activedescendant', /./u)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(menu(page)).toBeHidden()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('/head')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A second heading')
  await expect(editor(page).locator('h2')).toHaveText('A second heading')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/todo')
  await menu(page).getByRole('option', { name: 'Check list' }).click()
  await page.keyboard.type('buy a map')
  await expect(editor(page).getByRole('checkbox')).toHaveText('buy a map')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/table')
  await page.keyboard.press('Enter')
  await page.keyboard.type('first cell')
  await expect(editor(page).locator('th').first()).toHaveText('first cell')
})

test('what is pasted becomes a note and nothing else', async ({ page }) => {
  await newNote(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await paste(page, {
    'text/html': `<h3 onclick="alert(1)" style="color:red">Head</h3><p>One <b>two</b> <a href="javascript:alert(2)">bad</a>
      <a href="https://example.org/x">good</a></p><script>window.hacked = true</script>
      <ul><li>a<ul><li>b</li></ul></li></ul><img src="https://evil.example/p.png" alt="a picture" onerror="alert(3)">
      <table><tr><th>h</th></tr><tr><td>c</td></tr></table><pre><code class="language-python">x = 1\ny = 2</code></pre>`,
    'text/plain': 'Head',
  })
  const text = editor(page)
  await expect(text.locator('h3')).toHaveText('Head')
  await expect(text.locator('p strong')).toHaveText('two')
  await expect(text.locator('a', { hasText: 'good' })).toHaveAttribute('href', 'https://example.org/x')
  await expect(text.locator('a', { hasText: 'a picture' })).toHaveAttribute('href', 'https://evil.example/p.png')
  await expect(text.locator('ul ul li')).toHaveText('b')
  await expect(text.locator('th')).toHaveText('h')
  await expect(text.locator('code.note-text__block-code')).toContainText('x = 1')
  expect(await text.locator('[style*="red"], [onclick], a[href^="javascript"]').count()).toBe(0)
  expect(requests.filter((url) => url.includes('evil'))).toEqual([])
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await paste(page, {
    'text/plain':
      '# Title\n\n- [x] done\n- [ ] open\n\n> quote\n\n| a | b |\n| - | - |\n| 1 | $x_1$ |\n\n```js\nlet $a\n```\n\n$$\n\\frac12\n$$',
  })
  await expect(text.locator('h1')).toHaveText('Title')
  await expect(text.getByRole('checkbox', { checked: true })).toHaveText('done')
  await expect(text.locator('blockquote')).toHaveText('quote')
  await expect(text.locator('td .note-text__math math')).toBeVisible()
  await expect(text.locator('code.note-text__block-code')).toHaveText('let $a')
  await expect(text.locator('.note-text__math-block math')).toBeVisible()
})

test('a picture is pasted in, described, and served by the library', async ({ page }) => {
  await newNote(page)
  await page.keyboard.type('See')
  await editor(page).evaluate(async (element) => {
    const canvas = document.createElement('canvas')
    canvas.width = 40
    canvas.height = 30
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    const transfer = new DataTransfer()
    if (blob) transfer.items.add(new File([blob], 'shot.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
  })
  const picture = editor(page).locator('figure img')
  await expect(picture).toHaveAttribute('src', /^\/assets\/[0-9a-f]{64}$/u)
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(40)
  await editor(page).getByRole('textbox', { name: 'What the picture shows' }).fill('A black field')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and more')
  await saved(page)
  await page.reload()
  await expect(picture).toHaveAttribute('alt', 'A black field')
  await expect(editor(page).locator('p').last()).toHaveText('and more')
})

test('tags and links are completed, follow titles, and are linked back', async ({ page }) => {
  await addFiles(page, ARTICLES)
  await newNote(page)
  await page.keyboard.type('Plans')
  await page.keyboard.press('Enter')
  await page.keyboard.type('About [[karachi')
  await expect(menu(page).getByRole('option').first()).toContainText('2023 Karachi')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and #police/attack today')
  await expect(editor(page).locator('.note-text__tag')).toHaveText('#police/attack')
  await page.keyboard.type(', see [[Ideas for later')
  await menu(page)
    .getByRole('option', { name: /New note/u })
    .click()
  await expect(editor(page).locator('.note-text__reference')).toHaveCount(2)
  await saved(page)
  await expect(page.getByRole('region', { name: 'Tags of the note' }).getByRole('listitem')).toHaveText(
    '#police/attack',
  )
  await page.getByRole('option', { name: /^Ideas for later/u }).click()
  await expect(page.getByRole('region', { name: 'Linked from' })).toContainText('Plans')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(' and sooner')
  await saved(page)
  await page.getByRole('region', { name: 'Linked from' }).getByRole('button').click()
  await expect(editor(page).locator('.note-text__reference').last()).toHaveText('Ideas for later and sooner')
  await page.getByRole('option', { name: /^Ideas for later/u }).focus()
  await page.keyboard.press('Delete')
  await expect(editor(page).locator('.note-text__reference').last()).toContainText('(in Trash)')
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('link', { name: /^Inbox/u })
    .click()
  await openRow(page, '2023 Karachi')
  await expect(page.getByRole('region', { name: 'Linked from' })).toContainText('Plans')
})

test('two windows on one note keep both texts', async ({ page, address, context }) => {
  await newNote(page)
  await page.keyboard.type('Shared title')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- [ ] a task')
  await saved(page)
  const other = await context.newPage()
  await other.goto(address)
  await other.goto(page.url())
  await expect(editor(other).getByRole('checkbox')).toHaveText('a task')
  await other.route('**/api/call', (route) => route.abort())
  await editor(other).getByRole('checkbox').click()
  await other.keyboard.press('ControlOrMeta+End')
  await other.keyboard.type(' of theirs')
  await page.keyboard.type(' of mine')
  await saved(page)
  await other.unroute('**/api/call')
  await expect(other.locator('.note-writing__state')).toHaveText('Saved', { timeout: 15_000 })
  await expect(editor(other)).toContainText('a task of mine')
  await expect(editor(other)).toContainText('a task of theirs')
  await expect(editor(page)).toContainText('a task of theirs')
})

test('what a crashed window could not save is saved by the next one', async ({ page, address, context }) => {
  await newNote(page)
  await page.keyboard.type('First line')
  await saved(page)
  await page.route('**/api/call', (route) => route.abort())
  await page.keyboard.type(', and what nobody has but this window')
  await expect(page.locator('.note-writing__state')).toHaveText('Not saved')
  const note = page.url()
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await next.goto(address)
  await next.goto(note)
  await expect(editor(next)).toContainText('First line, and what nobody has but this window')
  await saved(next)
})
