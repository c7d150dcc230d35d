import { expect, test } from 'vitest'
import { wordsOf } from '../../tests/support/html'
import { Caseworkers } from './caseworkers'
import type { Caseworker } from './case-shown'

const someone = {
  caseId: 'c1',
  introduction: null,
  pictureId: null,
  pictureText: null,
  familyName: 'Nyberg',
  title: 'socialsekreterare',
  phone: '0123-45 67',
  phoneHours: '8–16',
  isAway: false,
  awayUntil: null,
  answers: false,
}
const lead: Caseworker = { ...someone, kind: 'lead', givenName: 'Samira', answers: true }
const away: Caseworker = { ...lead, isAway: true, awayUntil: '2026-10-02', answers: false }
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

test('while the one who leads is away, it is told until when and who answers', () => {
  expect(told([away, { ...deputy, answers: true }])).toContain(
    'Samira är borta till och med 2 oktober. Olle svarar.',
  )
  expect(told([lead, deputy])).not.toContain('är borta')
})

test('when the deputy is away too, the leader of the team answers and is named', () => {
  const leader: Caseworker = { ...someone, kind: 'teamLeader', givenName: 'Jonas', answers: true }
  const words = told([away, { ...deputy, isAway: true, awayUntil: '2026-09-18' }, leader])
  expect(words).toContain('Jonas svarar.')
  expect(words).toContain('Svarar på frågor just nu')
})

test('nobody is asked to call somebody who is away', () => {
  const words = told([away, { ...deputy, answers: true }])
  expect(words).toContain('Ring Olle')
  expect(words).not.toContain('Ring Samira')
})
