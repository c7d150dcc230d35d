import type { PersonKey, StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'

const tindra = `/arenden/${storyId('case', 'EK-2026-0412')}`
const elias = `/arenden/${storyId('case', 'EK-2026-1187')}`
const alva = `/arenden/${storyId('case', 'EK-2026-0098')}`
const note = (key: string) => `anteckningar/${storyId('note', key)}`
const document = (key: string) => `dokument/${storyId('document', key)}`

/** Each kind of page the portal has, in the states that the stories put it in. Nobody: before sign-in. */
export const pagesOf = {
  nobody: [
    '/',
    '/logga-in',
    '/tillganglighet',
    '/kontrollera',
    '/finns-inte',
    '/auth/callback',
    '/handlaggare/logga-in',
  ],
  tindra: [
    '/hem',
    tindra,
    `${tindra}/anteckningar`,
    `${tindra}/${note('A3')}`,
    `${tindra}/${note('A1')}?text=latt`,
    `${tindra}/${note('A3')}/stammer-inte`,
    `${tindra}/plan`,
    `${tindra}/dokument`,
    `${tindra}/${document('tindra/basis')}`,
    `${tindra}/${document('tindra/report')}`,
    `${tindra}/${document('tindra/report')}/be-om-att-fa-lasa`,
    `${tindra}/be-om-att-fa-lasa`,
    `${tindra}/fragor`,
    `${tindra}/fragor/${storyId('question_thread', 'tindra/thursday')}`,
    '/kontakta-mig',
    '/insyn',
    '/installningar',
    `${tindra}/${note('B4')}`,
  ],
  peter: [
    '/hem',
    elias,
    `${elias}/anteckningar`,
    `${elias}/${note('B1')}`,
    `${elias}/${note('B3')}`,
    `${elias}/plan`,
    `${elias}/dokument`,
    `${elias}/${document('elias/custody')}`,
    `${elias}/${document('elias/custody')}/skriv-under`,
    `${elias}/${document('elias/place-and-contact')}/overklaga`,
    `${elias}/fragor`,
  ],
  lina: [
    '/hem',
    '/enkater/resultat',
    alva,
    `${alva}/${note('C2')}?text=lattast`,
    `${alva}/plan`,
    `${alva}/${document('alva/letter')}`,
  ],
  mira: [
    '/handlaggare',
    '/handlaggare/franvaro',
    '/handlaggare/statistik',
    '/handlaggare/enkatresultat',
    `/handlaggare/enkatresultat?omgang=${storyId('survey_round', 'family 2025 autumn')}&enkat=child`,
    '/handlaggare/enkatformular',
    '/handlaggare/enkatformular/child',
    '/handlaggare/enkatformular/authority-guardian?version=1&sprak=ar',
    '/handlaggare/arenden',
    '/handlaggare/arenden?nummer=finns-inte',
    '/handlaggare/arenden?till=ny-anteckning',
    `/handlaggare${tindra}`,
    `/handlaggare${tindra}/ny-anteckning`,
    `/handlaggare${tindra}/uppfoljning`,
    `/handlaggare${tindra}/uppfoljning?blev=flyttad`,
    `/handlaggare${alva}/uppfoljning/${storyId('follow_up', 'EK-2026-0098 2026-05-19')}`,
    `/handlaggare/${note('A3')}/ratta`,
    `/handlaggare/${note('A3')}`,
    `/handlaggare/${note('A3')}/lasare`,
    `/handlaggare/${note('A3')}/lasare?lasare=${storyId('person', 'marie')}`,
    `/handlaggare/${note('A3')}/lasare/${storyId('person', 'tindra')}`,
    `/handlaggare/${note('A3')}/lasare/${storyId('person', 'marie')}`,
    `/handlaggare/anmarkningar/${storyId('remark', 'tindra/every-day')}`,
    `/handlaggare/fragor/${storyId('question_thread', 'tindra/thursday')}`,
  ],
  hanna: ['/handlaggare/enkattexter'],
  jonas: [
    '/handlaggare/enkatresultat/vi-gjorde',
    '/handlaggare/nyckeltal',
    '/handlaggare/gallring',
    '/handlaggare/franvaro',
    `/handlaggare${tindra}`,
    `/handlaggare${tindra}/personer/${storyId('person', 'tindra')}/nummer`,
  ],
  samira: [
    '/handlaggare',
    `/handlaggare${elias}`,
    `/handlaggare${elias}/${document('elias/custody')}`,
    `/handlaggare${elias}/${document('elias/custody')}/begar`,
    `/handlaggare/${note('B2')}`,
    `/handlaggare${elias}/las-tillsammans/${storyId('person', 'elias')}`,
  ],
} satisfies Partial<Record<PersonKey | StaffKey | 'nobody', string[]>>

export type Reader = keyof typeof pagesOf
