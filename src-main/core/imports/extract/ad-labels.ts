import { type PageBlocks, blockText } from './page-blocks'
import { mark, type Verdict } from './verdict'

const LONGEST = 60

/** What stands above an advertisement, and stays when the advertisement is not loaded; the line is nothing else. */
const LABEL =
  /^(?:[-–—*\s([]*)(?:(?:(?:this )?(?:article|story) continues? (?:below|after)(?: (?:this |the )?ad(?:vertisement)?)?|continue reading(?: below)?(?: the main story)?|scroll (?:down )?to continue(?: with content)?|advertise?ments?|advertising|sponsored(?: content)?|anzeigen?|werbung|publicit[éeà]|publicidade?|pubblicit[àa]|advertentie|reclame|reklam[ay]?|mainos|annons|annonser?|annoncer?|hirdetés|διαφήμιση|реклама|広告|廣告|广告|광고|إعلان|פרסומת)[-–—\s·|.]*)+(?:[-–—*\s\])]*)$/iu

/** Marks the labels of advertisements. */
export function markAdLabels(page: PageBlocks, verdicts: Verdict[]): void {
  page.blocks.forEach((block, at) => {
    if (block.length > LONGEST || verdicts[at] !== 'keep' || /^(?:h1|li|td|th|dt|pre|code)$/u.test(block.owner.tagName))
      return
    if (LABEL.test(blockText(block))) mark(verdicts, { start: at, end: at + 1 }, 'chrome')
  })
}
