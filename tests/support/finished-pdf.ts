type FinishedPdf = {
  /** Entries of the catalog, beside its pages. */
  catalog?: string
  /** Entries of the only page. */
  page?: string
  /** Bodies of further objects, from number 5. */
  objects?: readonly string[]
  /** Entries of the trailer. */
  trailer?: string
}

/** A small PDF as another program could have made it, with its table of objects right. */
export function finishedPdf({
  catalog = '',
  page = '',
  objects = [],
  trailer = '',
}: FinishedPdf = {}): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R ${page} >>`,
    '<< /Length 0 >>\nstream\n\nendstream',
    ...objects,
  ]
  let written = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  const offsets = bodies.map((body, index) => {
    const offset = written.length
    written += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = bodies.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`
  return Buffer.from(`${written}${table}startxref\n${written.length}\n%%EOF\n`, 'latin1')
}
