import type { OpenedAttachment } from './read-attachment'

// A file's own name stands in no address, no list of downloads and no title.
const names = { 'image/jpeg': 'bild.jpg', 'image/png': 'bild.png', 'application/pdf': 'bilaga.pdf' } as const

/**
 * A file from outside, as headers and bytes: a picture, which we have written ourselves, is shown, a PDF is kept by its
 * reader. Neither can run, load or be framed (sandbox).
 */
export function attachmentHeaders({ type, bytes }: OpenedAttachment): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `${type === 'application/pdf' ? 'attachment' : 'inline'}; filename="${names[type]}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}
