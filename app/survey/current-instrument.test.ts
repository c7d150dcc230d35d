import { expect, test } from 'vitest'
import { currentInstrument, isOfferedOn, respondentGroupOf } from './current-instrument.ts'
import { instrumentOf, respondentGroups, surveySubjects, type Instrument } from './instrument.ts'
import { readInstruments } from './read-instruments.ts'

const { instruments } = readInstruments(null)
const child = instrumentOf(instruments, 'child', 1)!
const day = '2026-08-26'
const wish = { respondentGroup: 'child', about: 'openIntervention', day, allowUnverified: false } as const
const versioned = (changes: Partial<Instrument>): Instrument => ({ ...child, ...changes })
const idAndVersion = (found: Instrument | undefined) => found && `${found.id} ${found.version}`

test.each([
  ['child', 'authority', 'child 1'],
  ['child', 'openIntervention', 'child 1'],
  ['child', 'fosterHome', 'child 1'],
  ['youth', 'authority', 'authority-youth 1'],
  ['youth', 'openIntervention', 'family-treatment-youth 1'],
  ['guardian', 'authority', 'authority-guardian 1'],
  ['guardian', 'residentialCareHome', 'authority-guardian 1'],
  ['carer', 'openIntervention', 'family-treatment-carer 1'],
  ['placedYouth', 'fosterHome', 'placed-foster-home 1'],
  ['placedYouth', 'supportedHousing', 'placed-supported-housing 1'],
  ['placedYouth', 'residentialCareHome', 'placed-residential-care-home 1'],
  ['placedYouth', 'authority', undefined],
] as const)('%s, asked about %s, gets %s', (respondentGroup, about, expected) => {
  const found = currentInstrument(instruments, { respondentGroup, about, day, allowUnverified: true })
  expect(idAndVersion(found)).toBe(expected)
})

test('whoever may answer at all is asked something about everything', () => {
  const births = { child: '2015-02-10', youth: '2010-01-01' }
  for (const about of surveySubjects) {
    const asked = [
      respondentGroupOf({ role: 'guardian' }, about, day),
      ...Object.values(births).map((birth) =>
        respondentGroupOf({ role: 'child', born: { earliest: birth, latest: birth } }, about, day),
      ),
    ]
    for (const respondentGroup of asked) {
      expect(respondentGroups).toContain(respondentGroup)
      const all = { respondentGroup: respondentGroup!, about, day, allowUnverified: true }
      expect(currentInstrument(instruments, all), `${respondentGroup} ${about}`).toBeDefined()
    }
  }
})

test('a form with answers that nobody has checked is not offered but in the demo and tests', () => {
  const offered = instruments.filter((each) => isOfferedOn(each, { day, allowUnverified: false }))
  expect(offered.map(({ id }) => id).toSorted()).toEqual([
    'child',
    'placed-foster-home',
    'placed-residential-care-home',
    'placed-supported-housing',
  ])
})

test('a form is offered from its first day to its last', () => {
  const form = versioned({ validFrom: '2026-03-01', validTo: '2026-08-26' })
  const offeredOn = (each: string) => isOfferedOn(form, { day: each, allowUnverified: false })
  expect(['2026-02-28', '2026-03-01', '2026-08-26', '2026-08-27'].map(offeredOn)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('the version that came into use last goes before those before it', () => {
  const next = versioned({ version: 2, validFrom: '2026-08-26' })
  const later = versioned({ version: 3, validFrom: '2026-08-27' })
  expect(idAndVersion(currentInstrument([child, next, later], wish))).toBe('child 2')
  const another = versioned({ id: 'another', validFrom: '2026-01-01' })
  expect(idAndVersion(currentInstrument([versioned({ version: 5 }), another], wish))).toBe('another 1')
  const sameDay = versioned({ version: 2 })
  expect(idAndVersion(currentInstrument([child, sameDay], wish))).toBe('child 2')
})

test('the municipality’s own form goes before ours, an older one too', () => {
  const own = versioned({ id: 'cors', isLocal: true, validFrom: '2024-01-01' })
  expect(idAndVersion(currentInstrument([child, own], wish))).toBe('cors 1')
  expect(idAndVersion(currentInstrument([child, { ...own, validTo: '2026-08-25' }], wish))).toBe('child 1')
})

const bornOn = (birth: string) => ({ role: 'child', born: { earliest: birth, latest: birth } }) as const

test.each([
  ['the day before turning 13', '2013-08-27', 'child'],
  ['on the 13th birthday', '2013-08-26', 'youth'],
  ['the day before turning 21', '2005-08-27', 'youth'],
  ['on the 21st birthday', '2005-08-26', null],
])('%s the group is right', (_when, birth, group) => {
  expect(respondentGroupOf(bornOn(birth), 'authority', day)).toBe(group)
})

test('born on 29 February, one turns 13 on 1 March', () => {
  const leap = bornOn('2012-02-29')
  expect(respondentGroupOf(leap, 'authority', '2025-02-28')).toBe('child')
  expect(respondentGroupOf(leap, 'authority', '2025-03-01')).toBe('youth')
})

test('who may be 12 answers as a child', () => {
  const born = { earliest: '2013-01-01', latest: '2013-12-31' }
  expect(respondentGroupOf({ role: 'child', born }, 'authority', day)).toBe('child')
})

test('placed youths and those who care for a child with an open intervention have forms of their own', () => {
  expect(respondentGroupOf(bornOn('2010-01-01'), 'supportedHousing', day)).toBe('placedYouth')
  expect(respondentGroupOf(bornOn('2018-01-01'), 'fosterHome', day)).toBe('child')
  expect(respondentGroupOf({ role: 'guardian' }, 'openIntervention', day)).toBe('carer')
  expect(respondentGroupOf({ role: 'guardian' }, 'fosterHome', day)).toBe('guardian')
})
