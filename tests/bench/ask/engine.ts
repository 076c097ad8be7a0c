/** The shipped engine behind the scorer's protocol: ASK_LIBRARY names the paragraphs, questions come on standard input. */
import { askParagraphs } from '../../../src-main/cli/ask-paragraphs'

await askParagraphs(process.env['ASK_LIBRARY'] ?? '', {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
