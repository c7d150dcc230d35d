import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { itemSchemas } from '../../app/ingest/item-schemas.ts'

type Sent<Kind extends keyof typeof itemSchemas> = z.input<(typeof itemSchemas)[Kind]>

/** A note by Mira in Tindra's case, as another system would send it. */
export function aNote(changed: Partial<Sent<'note'>> = {}): Sent<'note'> {
  return {
    externalId: randomUUID(),
    caseNumber: 'EK-2026-0412',
    author: 'EK-101',
    kind: 'phoneCall',
    title: 'Samtal med skolan',
    eventAt: '2026-09-14T10:00:00+02:00',
    recordedAt: '2026-09-14T10:20:00+02:00',
    source: { type: 'telefonsamtal', role: 'Skolkuratorn' },
    participants: ['Skolkuratorn', 'Mira Sandell'],
    childPresent: false,
    text: 'Tindra har varit i skolan varje dag i två veckor.\n\nHon äter lunch med Saga.',
    bbicAreas: ['education'],
    dictated: false,
    ...changed,
  }
}

export function aStage(changed: Partial<Sent<'stage'>> = {}): Sent<'stage'> {
  return {
    externalId: randomUUID(),
    caseNumber: 'EK-2026-0412',
    stage: 'followUp',
    startedOn: '2026-09-14',
    shownFrom: '2026-09-20T08:00:00+02:00',
    ...changed,
  }
}

export function aParty(changed: Partial<Sent<'party'>> = {}): Sent<'party'> {
  return {
    externalId: randomUUID(),
    caseNumber: 'EK-2026-0412',
    personalIdentityNumber: '198801012389',
    role: 'fosterCarer',
    validFrom: '2026-09-01',
    source: 'Beslut om familjehem',
    ...changed,
  }
}

export function aDocument(changed: Partial<Sent<'document'>> = {}): Sent<'document'> {
  return {
    externalId: randomUUID(),
    caseNumber: 'EK-2026-0412',
    documentType: 'followUpRecord',
    datedOn: '2026-09-14',
    version: 1,
    title: 'Uppföljning i september',
    sections: [{ heading: 'Skolan', paragraphs: ['Tindra är i skolan varje dag.'] }],
    signedAt: '2026-09-14T15:00:00+02:00',
    signedBy: 'EK-104',
    ...changed,
  }
}
