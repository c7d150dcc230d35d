import { afterAll, expect, test } from 'vitest'
import { stories } from '../../db/seed/stories'
import { versionContent } from '../../db/seed/version-content'
import { htmlOf, wordsOf } from '../../tests/support/html'
import { pdfText } from '../../tests/support/pdf-witness'
import { writtenFrom } from '../../tests/support/document-facts'
import type { Language } from '../i18n/languages'
import type { DocumentContent } from './content/content'
import { textsOf } from './content/texts-of'
import { DocumentPage } from './document-page'
import { makePdf } from './pdf/make-pdf'
import { endPdfMaker } from './pdf/pdf-maker'
import type { DocumentVersion, FoundDocument } from './read-document'

afterAll(endPdfMaker)

const document: FoundDocument = {
  id: 'd',
  caseId: 'c',
  caseNumber: 'EK-2026-0412',
  audience: 'youth',
  isOwn: true,
  childName: 'Tindra',
  type: 'decision',
  datedOn: '2026-06-25',
  level: 'full',
  receiptAsked: false,
  title: 'Beslut',
  childTitle: null,
  ground: null,
  reviewOn: null,
  caseworkers: [],
  remarks: [],
}

function pageOf(content: DocumentContent, file: DocumentVersion['file'] = { isTagged: true }) {
  const version = {
    ...{ number: 1, title: content.title, content, childText: null, changeReason: null },
    ...{ signedAt: new Date('2026-06-25T11:30:00Z'), file },
  }
  return <DocumentPage document={document} versions={[version]} wish={null} caseworker="Mira" asked={null} />
}

const decision = stories
  .flatMap(({ documents, municipality }) => documents.map((each) => ({ ...each, municipality })))
  .find(({ key }) => key === 'tindra/decision')!

const bare = (text: string) => text.replaceAll(/[\s\u00ad\u2010]+/g, '')

test.each([
  ['a decision with a table', versionContent(decision.versions[0]!, decision.municipality)],
  ['a plan from its template', writtenFrom('implementationPlan')],
  ['a decision from its template', writtenFrom('custodyLvu')],
])('the page and the PDF of %s say the same words', async (_what, content) => {
  const { bytes } = await makePdf(content, new Date('2026-06-25T11:30:00Z'))
  const [page, pdf] = [bare(wordsOf(pageOf(content))), bare(pdfText(bytes))]
  for (const text of content.blocks.flatMap(textsOf).map(bare)) {
    expect(page).toContain(text)
    expect(pdf).toContain(text)
  }
})

const inArabic: DocumentContent = {
  title: 'قرار',
  language: 'ar',
  issuer: { name: 'Ekdala kommun' },
  blocks: [
    { kind: 'paragraph', text: 'هذا قرار بشأن وسيط.' },
    { kind: 'paragraph', text: 'Ett omhändertagande gäller direkt.', language: 'sv' },
  ],
}
const swedish = versionContent(decision.versions[0]!, decision.municipality)
const says = (content: DocumentContent, language: Language) => wordsOf(pageOf(content), language)

test('that the text is Swedish is told where it is, and words are helped with in Swedish texts alone', () => {
  const told = 'النص مكتوب بالسويدية'
  expect(says(swedish, 'ar')).toContain(told)
  expect(says(inArabic, 'ar')).not.toContain(told)
  expect(htmlOf(pageOf(swedish), 'ar')).toContain('<article class="document" lang="sv" dir="ltr">')
  expect(htmlOf(pageOf(inArabic), 'ar')).toContain('<article class="document" lang="ar" dir="rtl">')
  expect(htmlOf(pageOf(inArabic), 'ar')).toContain('<p lang="sv" dir="ltr">Ett omhändertagande')
  expect(htmlOf(pageOf(swedish), 'ar')).toContain('id="ordhjalp"')
  expect(htmlOf(pageOf(inArabic), 'ar')).not.toContain('id="ordhjalp"')
})

test('a file without tags is said to be one, and a document without bytes leads to none', () => {
  const untagged = 'går inte att läsa upp i rätt ordning'
  expect(wordsOf(pageOf(swedish, { isTagged: false }))).toContain(untagged)
  expect(wordsOf(pageOf(swedish))).not.toContain(untagged)
  expect(htmlOf(pageOf(swedish))).toContain('/arenden/c/dokument/d/fil')
  expect(htmlOf(pageOf(swedish, null))).not.toContain('/fil')
})
