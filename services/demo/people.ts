import { people, staff } from '../../db/seed/people.ts'

const parts: Record<keyof typeof people, string> = {
  tindra: '16 år, egen utredning',
  marie: 'Tindras mamma',
  peter: 'Elias pappa',
  sara: 'Elias mamma, skyddade uppgifter',
  elias: '8 år, har ingen egen inloggning',
  alva: '11 år, läser med en vuxen',
  henrik: 'Alvas pappa',
  lina: 'Alvas mamma',
  nova: '10 år, har ingen egen inloggning',
  johan: 'Novas pappa',
  leo: '19 år, Grannby kommun',
}

export const demoPeople = {
  people: Object.entries(people).map(([key, { number, givenName, familyName }]) => ({
    personalIdentityNumber: number,
    givenName,
    familyName,
    part: parts[key as keyof typeof people],
  })),
  staff: Object.values(staff).flatMap(({ number, givenName, familyName, title }) =>
    number === null ? [] : [{ personalIdentityNumber: number, givenName, familyName, part: title }],
  ),
}
