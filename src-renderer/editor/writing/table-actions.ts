import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getTableNodeFromLexicalNodeOrThrow,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import type { MenuAction } from '../../ui/controls/Menu'

function $table() {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $getTableNodeFromLexicalNodeOrThrow(selection.anchor.getNode()) : null
}

/** Whether the first row names the columns is turned over. */
function $turnHeader(): void {
  const row = $table()?.getFirstChild()
  const cells = $isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : []
  const isHeader = cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW))
  for (const cell of cells)
    cell.setHeaderStyles(
      isHeader ? TableCellHeaderStates.NO_STATUS : TableCellHeaderStates.ROW,
      TableCellHeaderStates.BOTH,
    )
}

function $removeTable(): void {
  const table = $table()
  table?.selectNext()
  table?.remove()
}

/** What can be done to the table that the caret is in. */
export function tableActions(editor: LexicalEditor): MenuAction[] {
  const action = (id: string, label: string, $run: () => void, more: Partial<MenuAction> = {}): MenuAction => ({
    id,
    label,
    run: () => {
      editor.update($run)
      editor.focus()
    },
    ...more,
  })
  return [
    action('row-above', 'Row above', () => void $insertTableRowAtSelection(false)),
    action('row-below', 'Row below', () => void $insertTableRowAtSelection(true)),
    action('column-before', 'Column before', () => void $insertTableColumnAtSelection(false)),
    action('column-after', 'Column after', () => void $insertTableColumnAtSelection(true)),
    action('header', 'Header row on or off', $turnHeader, { separated: true }),
    action('delete-row', 'Delete row', $deleteTableRowAtSelection, { separated: true }),
    action('delete-column', 'Delete column', $deleteTableColumnAtSelection),
    action('delete-table', 'Delete table', $removeTable, { isDanger: true }),
  ]
}
