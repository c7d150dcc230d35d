import { expect, test } from 'vitest'
import { wordsOf } from '../../tests/support/html'
import { Caseworkers, type Caseworker } from './caseworkers'

const someone = { familyName: 'Nyberg', title: 'socialsekreterare', phone: '0123-45 67', phoneHours: '8–16' }
const lead: Caseworker = { ...someone, kind: 'lead', givenName: 'Samira' }
const deputy: Caseworker = { ...someone, kind: 'deputy', givenName: 'Olle' }
const told = (caseworkers: Caseworker[]) =>
  wordsOf(<Caseworkers caseworkers={caseworkers} isOwn municipalityPhone="0123-45 00" />)

test('a deputy answers when the one who leads cannot', () => {
  expect(told([lead, deputy])).toContain('Svarar när Samira inte kan')
})

test('a deputy alone does not answer for themselves', () => {
  expect(told([deputy])).toContain('Olle Nyberg')
  expect(told([deputy])).not.toContain('när Olle inte kan')
})
