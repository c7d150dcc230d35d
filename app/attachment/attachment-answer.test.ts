import { expect, test } from 'vitest'
import { attachmentHeaders } from './attachment-answer'

test.each([
  ['image/jpeg', 'inline; filename="bild.jpg"'],
  ['image/png', 'inline; filename="bild.png"'],
  // What somebody else has written is not opened in our page.
  ['application/pdf', 'attachment; filename="bilaga.pdf"'],
] as const)('%s is given as %s, runs nothing and has no name of its own', (type, disposition) => {
  expect(attachmentHeaders({ type, bytes: Buffer.from('abc') })).toEqual({
    'Content-Type': type,
    'Content-Length': '3',
    'Content-Disposition': disposition,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
})
