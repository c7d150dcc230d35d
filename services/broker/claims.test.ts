import { expect, test } from 'vitest'
import { personInfoClaims } from './claims.ts'

const idNumber = { digits: '200700602394', kind: 'coordinationNumber', birthdate: '2007' } as const

test.each([
  ['Sara', 'Holm', { name: 'Sara Holm', given_name: 'Sara', family_name: 'Holm' }],
  ['Madina', '', { name: 'Madina', given_name: 'Madina' }],
  ['', 'Madina', { name: 'Madina', family_name: 'Madina' }],
])('of %s %s only the names there are are told', (givenName, familyName, told) => {
  expect(personInfoClaims({ idNumber, givenName, familyName })).toEqual({ ...told, birthdate: '2007' })
})
