import { expect, test } from 'vitest'
import { pdfSaying } from '../../tests/support/attached'
import { testKeys } from '../../tests/support/keys'
import { mostUploadBytes } from '../document/upload/upload-limit'
import { newAttachment } from './new-attachment'

async function* arriving(parts: Iterable<Buffer>) {
  for (const part of parts) yield await Promise.resolve(part)
}
const taken = (parts: Iterable<Buffer>, { fileName = 'intyg.pdf', isCut = false } = {}) =>
  newAttachment({ fileName, file: arriving(parts), isCut: () => isCut }, testKeys)

test('a file that has arrived is taken in, with its bytes sealed', async () => {
  const bytes = pdfSaying('Ordet som ingen ser')
  const attachment = await taken([bytes.subarray(0, 50), bytes.subarray(50)])
  expect(attachment).toMatchObject({ name: 'intyg.pdf', type: 'application/pdf', size: bytes.length })
  expect(JSON.stringify(attachment)).not.toContain(bytes.toString('base64'))
  expect('sealed' in attachment && attachment.sealed.includes('Ordet som ingen ser')).toBe(false)
})

test('a file whose line broke is not taken for a whole one, though what came of it is one', async () => {
  expect(await taken([pdfSaying('Hälften')], { isCut: true })).toEqual({ refused: 'cut' })
})

test('no file at all is no empty file', async () => {
  expect(await taken([], { fileName: '' })).toEqual({ refused: 'missing' })
  expect(await taken([])).toEqual({ refused: 'empty' })
})

test('of a file that is larger than can be kept no more is read than that', async () => {
  const megabyte = Buffer.alloc(1024 * 1024)
  let read = 0
  function* parts() {
    for (; read < 100; read++) yield megabyte
  }
  expect(await taken(parts())).toEqual({ refused: 'tooLarge' })
  expect(read).toBe(mostUploadBytes / megabyte.length)
})
