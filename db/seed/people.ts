// The demo people. Personal identity numbers are Skatteverket's published test numbers; phone numbers come
// from the series that Post- och telestyrelsen keeps free for fiction (08-465 004 xx, 031-390 06 xx).

export type MunicipalityKey = 'ekdala' | 'grannby'
export type UnitKey = 'family' | 'reception' | 'board' | 'youngAdults'
export type PersonKey =
  'tindra' | 'marie' | 'elias' | 'sara' | 'peter' | 'alva' | 'henrik' | 'lina' | 'nova' | 'johan' | 'leo'
export type StaffKey = 'mira' | 'samira' | 'olle' | 'jonas' | 'hanna' | 'nina' | 'eva' | 'birgit' | 'nils'

type Person = {
  municipality: MunicipalityKey
  givenName: string
  familyName: string
  number: string
  protection?: { kind: 'protectedRegistration'; since: string; source: string }
}

type StaffMember = {
  unit: UnitKey
  givenName: string
  familyName: string
  title: string
  role: 'caseworker' | 'teamLeader' | 'chair' | 'boardMember'
  phone: string
  /** Null: has no part in the demo and cannot sign in. */
  number: string | null
  /** Name in the municipality's other systems. */
  employeeId: string
}

/** Codes and organisation numbers that nobody has; Grannby sends no digital post and has no emergency service of its own. */
export const municipalities: Record<
  MunicipalityKey,
  {
    name: string
    phone: string
    code: string | null
    organisationNumber: string | null
    emergency: { phone: string; hours: string } | null
  }
> = {
  ekdala: {
    name: 'Ekdala kommun',
    phone: '08-465 004 00',
    code: '9901',
    organisationNumber: '2129999901',
    emergency: { phone: '08-465 004 90', hours: 'vardagar 16–08, helger dygnet runt' },
  },
  grannby: {
    name: 'Grannby kommun',
    phone: '031-390 06 00',
    code: null,
    organisationNumber: null,
    emergency: null,
  },
}

export const units: Record<UnitKey, { municipality: MunicipalityKey; name: string }> = {
  family: { municipality: 'ekdala', name: 'Barn och familj' },
  reception: { municipality: 'ekdala', name: 'Mottagningen' },
  board: { municipality: 'ekdala', name: 'Socialnämnden' },
  youngAdults: { municipality: 'grannby', name: 'Unga vuxna' },
}

export const people: Record<PersonKey, Person> = {
  tindra: { municipality: 'ekdala', givenName: 'Tindra', familyName: 'Ek', number: '201001012382' },
  marie: { municipality: 'ekdala', givenName: 'Marie', familyName: 'Ek', number: '198501012382' },
  elias: { municipality: 'ekdala', givenName: 'Elias', familyName: 'Holm Brandt', number: '201801012392' },
  sara: {
    municipality: 'ekdala',
    givenName: 'Sara',
    familyName: 'Holm',
    number: '198801012389',
    protection: {
      kind: 'protectedRegistration',
      since: '2025-11-03',
      source: 'Folkbokföringslagen (1991:481) 16 §',
    },
  },
  peter: { municipality: 'ekdala', givenName: 'Peter', familyName: 'Brandt', number: '198512312391' },
  alva: { municipality: 'ekdala', givenName: 'Alva', familyName: 'Ström', number: '201501022386' },
  henrik: { municipality: 'ekdala', givenName: 'Henrik', familyName: 'Ström', number: '198112312395' },
  lina: { municipality: 'ekdala', givenName: 'Lina', familyName: 'Ström Berg', number: '199001012385' },
  nova: { municipality: 'ekdala', givenName: 'Nova', familyName: 'Berglund', number: '201601042383' },
  johan: { municipality: 'ekdala', givenName: 'Johan', familyName: 'Berglund', number: '198812312398' },
  leo: { municipality: 'grannby', givenName: 'Leo', familyName: 'Grann', number: '200701012387' },
}

const caseworker = { title: 'socialsekreterare', role: 'caseworker' } as const

export const staff: Record<StaffKey, StaffMember> = {
  mira: {
    unit: 'family',
    givenName: 'Mira',
    familyName: 'Sandell',
    ...caseworker,
    phone: '08-465 004 11',
    number: '199501012380',
    employeeId: 'EK-101',
  },
  samira: {
    unit: 'family',
    givenName: 'Samira',
    familyName: 'Dahlin',
    ...caseworker,
    phone: '08-465 004 12',
    number: '199801012387',
    employeeId: 'EK-102',
  },
  olle: {
    unit: 'family',
    givenName: 'Olle',
    familyName: 'Nyberg',
    ...caseworker,
    phone: '08-465 004 13',
    number: '199012312394',
    employeeId: 'EK-103',
  },
  jonas: {
    unit: 'family',
    givenName: 'Jonas',
    familyName: 'Ahlbeck',
    title: 'enhetschef',
    role: 'teamLeader',
    phone: '08-465 004 14',
    number: '197812312390',
    employeeId: 'EK-104',
  },
  hanna: {
    unit: 'reception',
    givenName: 'Hanna',
    familyName: 'Lund',
    ...caseworker,
    phone: '08-465 004 16',
    number: '198101012386',
    employeeId: 'EK-106',
  },
  nina: {
    unit: 'reception',
    givenName: 'Nina',
    familyName: 'Sjöberg',
    title: 'enkätstöd',
    role: 'caseworker',
    phone: '08-465 004 18',
    number: '199212312392',
    employeeId: 'EK-108',
  },
  eva: {
    unit: 'board',
    givenName: 'Eva',
    familyName: 'Lindgren',
    title: 'ordförande i socialnämnden',
    role: 'chair',
    phone: '08-465 004 15',
    number: '196901119286',
    employeeId: 'EK-105',
  },
  birgit: {
    unit: 'board',
    givenName: 'Birgit',
    familyName: 'Ask',
    title: 'vice ordförande i socialnämnden',
    role: 'boardMember',
    phone: '08-465 004 17',
    number: '195501142284',
    employeeId: 'EK-107',
  },
  nils: {
    unit: 'youngAdults',
    givenName: 'Nils',
    familyName: 'Fors',
    ...caseworker,
    phone: '031-390 06 11',
    number: null,
    employeeId: 'GR-101',
  },
}

/** Systems that may send to the ingest API; the first is the one the demo's broker knows. */
export const ingestClients = [
  { municipality: 'ekdala', clientId: 'ekdala-case-system', name: 'Ekdala verksamhetssystem' },
  { municipality: 'grannby', clientId: 'grannby-case-system', name: 'Grannby verksamhetssystem' },
] as const satisfies { municipality: MunicipalityKey; clientId: string; name: string }[]
