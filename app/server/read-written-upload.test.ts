import { expect, test } from 'vitest'
import { readWrittenUpload } from './read-written-upload'

function written(text: string): Request {
  const form = new FormData()
  form.append('text', text)
  form.append('bilaga', new File(['%PDF'], 'intyg.pdf', { type: 'application/pdf' }))
  return new Request('http://localhost/', { method: 'POST', body: form })
}

test('a text too long to keep comes whole beside a file, as it does in a form without one', async () => {
  const text = 'å'.repeat(100_000)
  const { form, upload } = await readWrittenUpload(written(text), 'bilaga')
  expect(form.get('text')).toBe(text)
  expect(upload.isFieldCut).toBe(false)
  upload.leave()
})

test('a text longer than any form takes in is told of, and not taken for whole', async () => {
  const { upload } = await readWrittenUpload(written('å'.repeat(200_000)), 'bilaga')
  expect(upload.isFieldCut).toBe(true)
  upload.leave()
})
