import { closest } from '../html/html-tree'
import { blockText, type PageBlocks } from './page-blocks'
import type { Verdict } from './verdict'

/** What a site calls the list of its other articles below one, as a whole line; not what a writer calls a list of their own. */
const LABEL =
  /^(?:more (?:great |top |big )?(?:[\p{L}\d.]+ )?(?:stories|articles|news|coverage|reads?|posts)|more from [^.!?]{2,40}|(?:you (?:might|may) also (?:like|enjoy)|read (?:also|more|next)|also read|related (?:articles|stories|posts|news|coverage)|recommended (?:for you|stories)|mehr (?:zum thema|artikel|von [^.!?]{2,40})|(?:lesen sie|lies|das könnte sie) auch[^.!?]{0,30}|weitere artikel[^.!?]{0,30}|verwandte (?:artikel|themen|beiträge)|(?:à |a )?lire aussi|(?:sur le même sujet|articles (?:liés|similaires|connexes))|(?:lea|lee|leer) también|(?:te puede interesar|noticias relacionadas|artículos relacionados)|leia (?:também|mais)|(?:veja também|artigos relacionados|notícias relacionadas)|leggi anche|articoli correlati|lees ook|gerelateerde artikelen|läs (?:också|även|mer)|les også|læs også|lue (?:myös|lisää)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|čtěte (?:také|také)|citește și|olvass(?:a|on)? (?:el )?(?:ezt )?is|читайте (?:также|ещё|еще)|по теме|читайте також|ilgili haberler|اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة|関連記事|あわせて読みたい|相关(?:阅读|文章|新闻)|相關(?:閱讀|文章|新聞)|延伸[阅閱][读讀]|관련 ?기사))\s*[:：…]?$/iu
/** A longer line is a sentence. */
const MOST = 80
const FEWEST = 2

/** Marks the list of a site's other articles that ends a text under such a label: what each item leads to is not what was read. */
export function markRelatedTail({ blocks }: PageBlocks, verdicts: Verdict[]): void {
  const kept = blocks.flatMap((block, at) => (verdicts[at] === 'keep' ? [{ block, at }] : []))
  let items = 0
  while (items < kept.length) {
    const block = kept[kept.length - 1 - items]?.block
    if (block === undefined || block.links === 0 || closest(block.owner, ({ tagName }) => tagName === 'li') === null)
      break
    items++
  }
  const label = kept[kept.length - 1 - items]?.block
  if (items < FEWEST || label === undefined || label.length > MOST || !LABEL.test(blockText(label))) return
  for (const { at } of kept.slice(kept.length - 1 - items)) verdicts[at] = 'links'
}
