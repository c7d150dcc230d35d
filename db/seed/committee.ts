import type { StaffKey } from './people.ts'

type Committee = {
  key: string
  name: string
  members: { staff: StaffKey; since: string; source: string }[]
  mandates: {
    staff: StaffKey
    kind: 'chair' | 'appointedMember'
    since: string
    decidedOn: string
    source: string
  }[]
  meetings: {
    on: string
    at: string
    place: string
    matters?: { document: string; by: StaffKey; at: string }[]
  }[]
}

/** The committee of Ekdala: who sits in it, who may decide alone for it, and when it meets. */
export const socialCommittee: Committee = {
  key: 'ekdala',
  name: 'Socialnämnden',
  members: [
    { staff: 'eva', since: '2023-01-01', source: 'Kommunfullmäktige 2022-11-28 § 112' },
    { staff: 'birgit', since: '2023-01-01', source: 'Kommunfullmäktige 2022-11-28 § 112' },
  ],
  mandates: [
    {
      staff: 'eva',
      kind: 'chair',
      since: '2023-01-01',
      decidedOn: '2022-11-28',
      source: 'Kommunfullmäktige 2022-11-28 § 112',
    },
    {
      staff: 'birgit',
      kind: 'appointedMember',
      since: '2026-01-15',
      decidedOn: '2026-01-14',
      source: 'Socialnämnden 2026-01-14 § 7',
    },
  ],
  meetings: [
    { on: '2026-08-26', at: '13:00', place: 'Kommunhuset, sal Eken' },
    {
      on: '2026-09-23',
      at: '13:00',
      place: 'Kommunhuset, sal Eken',
      matters: [{ document: 'elias/custody', by: 'samira', at: '2026-09-14 18:30' }],
    },
    { on: '2026-10-21', at: '13:00', place: 'Kommunhuset, sal Eken' },
  ],
}
