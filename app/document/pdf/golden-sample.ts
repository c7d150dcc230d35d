import type { DocumentContent } from '../content/content.ts'

/** Every kind of block, both directions, long words, a page break: what a changed compiler would write otherwise. */
export const goldenSample: DocumentContent = {
  title: 'Beslut om familjebehandling – prov',
  language: 'sv',
  issuer: { name: 'Ekdala kommun', unit: 'Socialnämnden' },
  reference: 'SN 2026-0001',
  blocks: [
    {
      kind: 'facts',
      rows: [
        { label: 'Beslutet gäller', value: 'Elmira Əliyeva Påhittad' },
        { label: 'Fingeravtryck', value: '0123456789abcdef'.repeat(4) },
      ],
    },
    { kind: 'heading', level: 2, text: 'Beslut' },
    {
      kind: 'paragraph',
      text: 'Familjen får hjälp i sex månader (11 kap. 1 § socialtjänstlagen). '.repeat(40),
    },
    { kind: 'heading', level: 3, text: 'Så här' },
    { kind: 'list', ordered: true, items: ['Ni träffas en gång i veckan.', 'Ni får ringa när som helst.'] },
    { kind: 'list', ordered: false, items: ['Hemma', 'På kontoret'] },
    {
      kind: 'table',
      caption: 'Mål och dagar',
      head: ['Mål', 'Dag'],
      rows: [['Lugnare kvällar', '14 september 2026']],
    },
    { kind: 'heading', level: 2, text: 'معلومات بالعربية', language: 'ar' },
    { kind: 'paragraph', text: 'يمكنك الطعن في القرار قبل 2026-10-06.', language: 'ar' },
    { kind: 'list', ordered: true, items: ['اكتب لنا.'], language: 'ar' },
  ],
}

export const goldenMoment = new Date('2026-01-01T12:00:00Z')

/** Changes with the templates, the fonts and the libraries; then somebody looks at the pages and writes it anew. */
export const goldenSha256 = '4eb2f6800bd7be74a1af7337b0f3d7a82bcef08011a9e14d7559ab0e30913992'
