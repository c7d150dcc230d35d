/** A file to keep. Its name in a list of downloads tells nothing of what it is. */
export function downloadedPdf(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="dokument.pdf"',
    },
  })
}

/** To read in the browser, or to print. */
export const shownPdf = (bytes: Uint8Array, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` },
  })
