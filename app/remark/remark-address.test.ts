import { expect, test } from 'vitest'
import { itemAddress, remarkTarget } from './remark-address'

test.each([
  [
    { caseId: 'c', noteId: 'n', remark: 'stammer-inte' },
    { caseId: 'c', on: { what: 'note', id: 'n' }, kind: 'disputedFact' },
    '/arenden/c/anteckningar/n',
  ],
  [
    { caseId: 'c', documentId: 'd', remark: 'kommentar' },
    { caseId: 'c', on: { what: 'document', id: 'd' }, kind: 'ownComment' },
    '/arenden/c/dokument/d',
  ],
  [
    { caseId: 'c', noteId: 'n', remark: 'be-om-att-fa-lasa' },
    { caseId: 'c', on: { what: 'note', id: 'n' }, kind: 'accessRequest' },
    '/arenden/c/anteckningar/n',
  ],
  [{ caseId: 'c' }, { caseId: 'c', on: null, kind: 'accessRequest' }, '/arenden/c/be-om-att-fa-lasa'],
])('%o is a remark that leads back to its item', (params, target, address) => {
  const found = remarkTarget(params)
  expect(found).toEqual(target)
  expect(found && itemAddress(found)).toBe(address)
})

test.each(['hej', 'constructor', '__proto__', 'STAMMER-INTE', ''])('"%s" is no way to remark', (remark) => {
  expect(remarkTarget({ caseId: 'c', noteId: 'n', remark })).toBeNull()
})
