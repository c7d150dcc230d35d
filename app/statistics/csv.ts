/** A cell: a text, a number, or nothing. */
type Cell = string | number | undefined

/**
 * A table as a Swedish Excel opens it by double click: UTF-8 with byte order mark, semicolons, decimal commas, CRLF
 * (RFC 4180 apart from the semicolon). A text that a spreadsheet would run as a formula gets an apostrophe before
 * it (OWASP, CSV injection).
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return '\uFEFF' + rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const harmless = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
