import type { ReactNode } from 'react'

type TableColumn = { key: string; label: string; isNumber?: boolean }
type TableRow = { id: string; cells: Record<string, ReactNode> }

type TableProps = {
  caption: string
  captionIsHidden?: boolean
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
}

/** The first column names the row. On a phone each row becomes a card, so the roles are explicit. */
export function Table({ caption, captionIsHidden, columns, rows }: TableProps) {
  return (
    <div className="table-frame">
      <table className="table" role="table">
        <caption className={captionIsHidden ? 'sr' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, label, isNumber }) => (
              <th key={key} scope="col" role="columnheader" className={isNumber ? 'is-number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              {columns.map((column, index) => (
                <Cell
                  key={column.key}
                  column={column}
                  isFirst={index === 0}
                  content={row.cells[column.key]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { column: TableColumn; isFirst: boolean; content: ReactNode }

function Cell({ column, isFirst, content }: CellProps) {
  if (isFirst) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    )
  }
  return (
    <td role="cell" data-column={column.label} className={column.isNumber ? 'is-number' : undefined}>
      <span>{content}</span>
    </td>
  )
}

export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'done' | 'warn'; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
