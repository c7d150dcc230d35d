type Cell = string | number | undefined

/**
 * A CSV that a Swedish Excel opens correctly: UTF-8 with BOM, semicolons, decimal commas, CRLF (otherwise RFC
 * 4180). Text that would run as a formula gets an apostrophe first (OWASP, CSV injection).
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
