import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { partsOf, readUpload } from './upload'

const megabyte = 1024 * 1024
const boundary = 'edge'
const opening = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="noteId"',
  '',
  'one',
  `--${boundary}`,
  'Content-Disposition: form-data; name="sound"; filename="ljud.wav"',
  'Content-Type: audio/wav',
  '',
  '',
].join('\r\n')

const requestWith = (bytes: Iterable<Uint8Array>, type: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    body: Readable.toWeb(Readable.from(bytes)),
    duplex: 'half',
    headers: { 'Content-Type': type },
  } as RequestInit)

/** Eight megabytes after a beginning. `taken`: kept once they have been read to their end. */
function sending(start: string, type: string) {
  let tell: (whole: true) => void
  const taken = new Promise<true>((resolve) => void (tell = resolve))
  function* bytes() {
    yield Buffer.from(start)
    for (let left = 8 * 16; left > 0; left--) yield new Uint8Array(megabyte / 16)
    tell(true)
  }
  return { request: requestWith(bytes(), type), taken }
}

const form = `multipart/form-data; boundary=${boundary}`

test('what is left after the first part is taken in to its end, so that the answer is seen', async () => {
  const { request, taken } = sending(opening, form)
  const upload = await readUpload(request, 'sound')
  const parts = partsOf(upload.file, megabyte)
  expect((await parts.next()).value).toHaveLength(megabyte)
  upload.leave()
  expect(await taken).toBe(true)
})

test('so is what was stopped at in the middle', async () => {
  const { request, taken } = sending(opening, form)
  const upload = await readUpload(request, 'sound')
  for await (const part of partsOf(upload.file, megabyte)) if (part.length > 0) break
  upload.leave()
  expect(await taken).toBe(true)
})

test.each(['text/plain', 'multipart/form-data'])('so is what was no form: %s', async (type) => {
  const { request, taken } = sending('Hej', type)
  const upload = await readUpload(request, 'sound')
  expect(upload.fileName).toBe('')
  upload.leave()
  expect(await taken).toBe(true)
})

test('who goes away while it is left ends nothing but the upload', async () => {
  function* bytes() {
    yield Buffer.from('Hej')
    throw new Error('gone')
  }
  const upload = await readUpload(requestWith(bytes(), 'text/plain'), 'sound')
  upload.leave()
  await expect.poll(upload.isCut).toBe(true)
})
