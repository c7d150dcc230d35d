import { PDF, PdfString } from '@libpdf/core'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writtenFrom } from '../../../tests/support/document-facts'
import { pdfInfo, pdfStructure, pdfText, qpdfFaults } from '../../../tests/support/pdf-witness'
import { arabicLetters, latinLetters, nameLetters } from '../../ui/fonts/letters'
import { contentSchema, type DocumentBlock, type DocumentContent } from '../content/content'
import { textsOf } from '../content/texts-of'
import { templates, type TemplateName } from '../decision/templates'
import { checkPdfMaker } from './check-pdf-maker'
import { goldenSample } from './golden-sample'
import { makePdf, makeSignaturePage } from './make-pdf'
import { endPdfMaker } from './pdf-maker'
import { textElements } from './text-elements'

const at = new Date('2026-09-14T16:05:00Z')
const issuer = { name: 'Ekdala kommun', unit: 'Socialnämnden' }
const content = (blocks: DocumentBlock[], change: Partial<DocumentContent> = {}): DocumentContent =>
  contentSchema.parse({ title: 'Beslut', language: 'sv', issuer, blocks, ...change })

afterAll(endPdfMaker)

test.each(Object.keys(templates) as TemplateName[])(
  'the PDF of %s says all that the page says, tagged',
  async (name) => {
    const written = writtenFrom(name)
    const { bytes, sha256, pages } = await makePdf(written, at)
    const text = pdfText(bytes)
    for (const said of [written.title, ...written.blocks.flatMap(textsOf)]) expect(text).toContain(said)
    expect(pdfInfo(bytes)).toMatchObject({
      Title: written.title,
      Author: 'Ekdala kommun',
      Tagged: 'yes',
      Encrypted: 'no',
      JavaScript: 'no',
      Pages: String(pages),
    })
    expect(bytes.toString('latin1')).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    expect(qpdfFaults(bytes)).toBe('')
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  },
)

test('every page carries its number and the diary number', async () => {
  const long = { ...goldenSample, blocks: [...goldenSample.blocks, ...goldenSample.blocks] }
  const { bytes, pages } = await makePdf(contentSchema.parse(long), at)
  expect(pages).toBeGreaterThan(1)
  expect(pdfText(bytes).match(/SN 2026-0001 Sida \d av \d/g)).toHaveLength(pages)
})

test('headings, lists, table heads and terms are tagged as what they are', async () => {
  const structure = pdfStructure((await makePdf(goldenSample, at)).bytes)
  expect(structure).toMatch(/H1 .*\n\s+"Beslut om familjebehandling/)
  expect(structure).toMatch(/H2 "Beslut"/)
  expect(structure).toMatch(/ListNumbering \/Decimal/)
  expect(structure).toMatch(/Lbl \(block\)\s+Span \(inline\)\s+"Beslutet gäller"\s+LBody/)
  expect(structure).toMatch(/TH .*\n\s+\/Scope \/Column/)
})

test('the same content and moment are the same bytes, again and in another process, zone and language', async () => {
  const first = (await makePdf(goldenSample, at)).sha256
  await endPdfMaker()
  const second = (await makePdf(goldenSample, at)).sha256
  const program = `
    const { makePdf } = await import('./app/document/pdf/make-pdf.ts')
    const { goldenSample } = await import('./app/document/pdf/golden-sample.ts')
    console.log((await makePdf(goldenSample, new Date(${at.getTime()}))).sha256)`
  const third = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' } as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  }).trim()
  expect([second, third]).toEqual([first, first])
  expect((await makePdf(goldenSample, new Date(at.getTime() + 1000))).sha256).not.toBe(first)
})

test('this machine writes the bytes that were looked at', async () => {
  await expect(checkPdfMaker()).resolves.toBeUndefined()
})

const arabic = content(
  [
    { kind: 'facts', rows: [{ label: 'رقم القضية', value: 'SN 2026-0412' }] },
    { kind: 'heading', level: 2, text: 'القرار' },
    { kind: 'paragraph', text: 'يمكنك الطعن في القرار قبل 2026-10-06. وقع باستخدام BankID.' },
    { kind: 'list', ordered: true, items: ['اكتب لنا.', 'أرسله إلينا.'] },
    { kind: 'list', ordered: false, items: ['الآن'] },
    { kind: 'table', caption: 'المواعيد', head: ['الموعد', 'اليوم'], rows: [['المحكمة', '21 سبتمبر']] },
    { kind: 'paragraph', text: 'Kopia på svenska.', language: 'sv' },
  ],
  { title: 'معلومات عن القرار', language: 'ar' },
)

async function actualTexts(bytes: Uint8Array): Promise<string[]> {
  return [...textElements(await PDF.load(bytes))].flatMap(({ element }) => {
    const text = element.get('ActualText')
    return text instanceof PdfString ? [text.asString()] : []
  })
}

test('Arabic stands beside what is drawn as it is written, each text at its element', async () => {
  const { bytes } = await makePdf(arabic, at)
  const written = arabic.blocks.filter(({ language }) => language === undefined).flatMap(textsOf)
  expect(await actualTexts(bytes)).toEqual([arabic.title, ...written])
  expect(qpdfFaults(bytes)).toBe('')
  expect(pdfInfo(bytes)).toMatchObject({ Tagged: 'yes', Title: arabic.title })
})

test('an Arabic part of a Swedish document is the only part with words beside it', async () => {
  const mixed = content([
    { kind: 'paragraph', text: 'Hej.' },
    { kind: 'paragraph', text: 'مرحبا.', language: 'ar' },
  ])
  expect(await actualTexts((await makePdf(mixed, at)).bytes)).toEqual(['مرحبا.'])
})

test('days and diary numbers are not turned round in an Arabic line', async () => {
  const text = pdfText((await makePdf(arabic, at)).bytes)
  expect(text).toContain('SN 2026-0412')
  expect(text).toContain('2026-10-06')
})

test('characters that the fonts do not have are named to the writer, each once', async () => {
  const blocks: DocumentBlock[] = [
    { kind: 'paragraph', text: 'Bra jobbat 😀 😀 och 漢.' },
    { kind: 'list', ordered: false, items: ['👍'] },
  ]
  await expect(makePdf(content(blocks), at)).rejects.toMatchObject({
    name: 'MissingGlyph',
    characters: expect.arrayContaining(['😀', '漢']) as string[],
  })
  const refusal: unknown = await makePdf(content(blocks), at).catch((error: unknown) => error)
  expect(new Set((refusal as { characters: string[] }).characters).size).toBe(
    (refusal as { characters: string[] }).characters.length,
  )
})

test.each([
  ['sv', latinLetters + nameLetters],
  ['ar', arabicLetters],
] as const)(
  'every letter that the portal writes in names and texts can be written in %s',
  async (language, letters) => {
    await expect(
      makePdf(content([{ kind: 'paragraph', text: letters }], { language }), at),
    ).resolves.toMatchObject({
      pages: 1,
    })
  },
)

test('what skips a heading is not made, whoever hands it over', async () => {
  const skipping = {
    ...content([{ kind: 'paragraph', text: 'a' }]),
    blocks: [{ kind: 'heading', level: 3, text: 'a' }],
  }
  await expect(makePdf(skipping as DocumentContent, at)).rejects.toMatchObject({ rule: 'notAccessible' })
})

test('a refusal says nothing of what the document says', async () => {
  const refusal: unknown = await makePdf(content([{ kind: 'paragraph', text: 'Hemlig 😀' }]), at).catch(
    (e: unknown) => e,
  )
  expect(String(refusal)).not.toContain('Hemlig')
})

test('a text that looks like the template’s language is text', async () => {
  const text = '#panic("x") $x^2$ *a* _b_ `c` <d> @e \\ #sys.inputs'
  const { bytes } = await makePdf(content([{ kind: 'paragraph', text }]), at)
  expect(pdfText(bytes)).toContain(text)
})

test('a long word breaks and can be copied whole', async () => {
  const word = '0123456789abcdef'.repeat(12)
  const { bytes } = await makePdf(content([{ kind: 'paragraph', text: word }]), at)
  expect(pdfText(bytes).replaceAll(' ', '')).toContain(word)
})

test('many at once are made one after another', async () => {
  const texts = Array.from({ length: 12 }, (_, number) => `Nummer ${number}.`)
  const made = await Promise.all(texts.map((text) => makePdf(content([{ kind: 'paragraph', text }]), at)))
  expect(made.map(({ bytes }) => /Nummer \d+\./.exec(pdfText(bytes))?.[0])).toEqual(texts)
})

test('more than can wait are told to come back', async () => {
  const one = content([{ kind: 'paragraph', text: 'a' }])
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => makePdf(one, at)))
  const refused = all.filter((each) => each.status === 'rejected')
  expect(refused).toHaveLength(10)
  expect(refused[0]?.reason).toMatchObject({ rule: 'busy' })
})

test('a signature page has its rows and no page numbers', async () => {
  const { bytes, pages } = await makeSignaturePage(
    {
      title: 'Underskrifter',
      language: 'sv',
      issuer,
      reference: 'SN 2026-0412',
      groups: [
        {
          heading: 'Beslut',
          rows: [
            { label: 'Skrev under', value: 'Eva Lindgren' },
            { label: 'Fingeravtryck', value: 'ab12'.repeat(16) },
          ],
          texts: ['Så här kontrollerar du.'],
        },
      ],
    },
    at,
  )
  const text = pdfText(bytes)
  expect(pages).toBe(1)
  expect(text).toContain('Skrev under Eva Lindgren')
  expect(text.replaceAll(' ', '')).toContain('ab12'.repeat(16))
  expect(text).not.toMatch(/Sida \d/)
  expect(pdfInfo(bytes)).toMatchObject({ Tagged: 'yes', Title: 'Underskrifter' })
})
