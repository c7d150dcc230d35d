/**
 * Sections that our texts name. `checkedFrom` is the first day for which the cited content was checked, not the day
 * the act came into force; a decision of an earlier day must be written by hand.
 */
type Section = {
  act: Act
  section: string
  about: string
  checkedFrom: string
  until?: string
  source: string
}

const acts = {
  LVU: { name: 'lagen med särskilda bestämmelser om vård av unga', short: 'LVU', number: '1990:52' },
  LVM: { name: 'lagen om vård av missbrukare i vissa fall', short: 'LVM', number: '1988:870' },
  SoL: { name: 'socialtjänstlagen', short: 'SoL', number: '2025:400' },
  SoF: { name: 'socialtjänstförordningen', short: 'SoF', number: '2025:468' },
  FL: { name: 'förvaltningslagen', short: 'FL', number: '2017:900' },
  FB: { name: 'föräldrabalken', short: 'FB', number: '1949:381' },
} as const
type Act = keyof typeof acts

// Read in two consolidated texts with the same wording: 1 September 2025 (se-lex/sfs) and 25 April 2026.
const lvu = { act: 'LVU', checkedFrom: '2025-09-01', source: 'SFS 1990:52, ändrad t.o.m. 2025:410' } as const
const lvm = {
  act: 'LVM',
  checkedFrom: '2025-09-01',
  source: 'SFS 1988:870, konsoliderad 2026-04-25',
} as const
const sol = {
  act: 'SoL',
  checkedFrom: '2025-07-01',
  source: 'SFS 2025:400, konsoliderad 2026-04-25',
} as const
const fl = { act: 'FL', checkedFrom: '2025-09-01', source: 'SFS 2017:900, konsoliderad 2026-04-25' } as const
const fb = { act: 'FB', checkedFrom: '2025-09-01', source: 'SFS 1949:381, konsoliderad 2026-04-25' } as const
const sof = {
  act: 'SoF',
  checkedFrom: '2025-09-01',
  source: 'SFS 2025:468, konsoliderad 2025-09-01',
} as const

const sections = {
  'LVU 2': { ...lvu, section: '2 §', about: 'förhållanden i hemmet' },
  'LVU 3': { ...lvu, section: '3 §', about: 'den unges eget beteende' },
  'LVU 6': { ...lvu, section: '6 §', about: 'omedelbart omhändertagande' },
  'LVU 7': { ...lvu, section: '7 §', about: 'underställning inom en vecka' },
  'LVU 8': { ...lvu, section: '8 §', about: 'ansökan om vård inom fyra veckor' },
  'LVU 11': { ...lvu, section: '11 §', about: 'var den unge ska vistas' },
  'LVU 14': { ...lvu, section: '14 §', about: 'umgänge och hemlig vistelseort' },
  'LVU 36': { ...lvu, section: '36 §', about: 'den unges rätt att föra sin talan från 15 år' },
  'LVU 39': { ...lvu, section: '39 §', about: 'offentligt biträde' },
  'LVU 40': { ...lvu, section: '40 §', about: 'beslut gäller direkt' },
  'LVU 41': { ...lvu, section: '41 §', about: 'vilka beslut som får överklagas' },
  'LVM 13': { ...lvm, section: '13 §', about: 'omedelbart omhändertagande' },
  'LVM 15': { ...lvm, section: '15 §', about: 'underställning senast dagen efter' },
  'LVM 16': { ...lvm, section: '16 §', about: 'rätt att yttra sig, muntlig förhandling, offentligt biträde' },
  'LVM 17': { ...lvm, section: '17 §', about: 'domstolens prövning inom fyra dagar' },
  'LVM 43': { ...lvm, section: '43 §', about: 'beslut gäller direkt' },
  'LVM 44': { ...lvm, section: '44 §', about: 'att omhändertagandet inte får överklagas' },
  'SoL 3:1': { ...sol, section: '3 kap. 1 §', about: 'barnets bästa' },
  'SoL 3:2': { ...sol, section: '3 kap. 2 §', about: 'barnets rätt att framföra sina åsikter' },
  'SoL 3:4': { ...sol, section: '3 kap. 4 §', about: 'den som fyllt 15 år för sin egen talan' },
  'SoL 11:1': { ...sol, section: '11 kap. 1 §', about: 'rätt till insatser' },
  'SoL 21:1': { ...sol, section: '21 kap. 1 §', about: 'ålder och samtycke till öppna insatser' },
  'SoL 35:1': { ...sol, section: '35 kap. 1 §', about: 'beslut som får överklagas' },
  'SoL 35:5': { ...sol, section: '35 kap. 5 §', about: 'beslut gäller direkt' },
  'SoF 10:3': { ...sof, section: '10 kap. 3 §', about: 'vad en genomförandeplan ska innehålla' },
  'FL 44': { ...fl, section: '44 §', about: 'överklagande inom tre veckor' },
  'FB 6:13': { ...fb, section: '6 kap. 13 §', about: 'två vårdnadshavare bestämmer tillsammans' },
} as const satisfies Record<string, Section>

export type LawReference = keyof typeof sections

export class LawNotChecked extends Error {
  constructor(reference: LawReference, day: string) {
    super(`${reference} has not been checked for ${day}`)
    this.name = 'LawNotChecked'
  }
}

/** @throws LawNotChecked when nobody has checked that the section said this on that day */
export function lawOn(reference: LawReference, day: string): Section {
  const section: Section = sections[reference]
  if (day < section.checkedFrom || (section.until !== undefined && day > section.until)) {
    throw new LawNotChecked(reference, day)
  }
  return section
}

/** "7 § LVU", "11 kap. 1 § socialtjänstlagen": LVU and LVM are known by their letters, the others by their names. */
export function citation(reference: LawReference, day: string): string {
  const { act, section } = lawOn(reference, day)
  return act === 'LVU' || act === 'LVM' ? `${section} ${act}` : `${section} ${acts[act].name}`
}

/** What was decided, and by which section: the full stop comes last. */
export const citing = (text: string, cited: string) => `${text.replace(/\.$/, '')} (${cited}).`

/** "6 § lagen (1990:52) med …": the first time in a document. */
export function fullCitation(reference: LawReference, day: string): string {
  const { act, section } = lawOn(reference, day)
  const { name, number } = acts[act]
  return `${section} ${name.replace(/^(\S+)/, `$1 (${number})`)}`
}
