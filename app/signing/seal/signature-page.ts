import { createHash } from 'node:crypto'
import { swedishDay } from '../../document/decision/swedish-days.ts'
import { makeSignaturePage, type SignaturePage } from '../../document/pdf/make-pdf.ts'
import { MissingGlyph } from '../../document/pdf/pdf-refusal.ts'
import { stockholmClock } from '../../calendar/stockholm-moment.ts'
import { actTextOf } from '../act-texts.ts'
import type { SignedEvidence } from '../evidence/signed-evidence.ts'
import { fingerprintOf } from '../fingerprint.ts'

/** The page that says in words who signed what, when, and how it can be checked. */
export async function signaturePage(evidence: SignedEvidence): Promise<Buffer> {
  const page = pageOf(evidence)
  const make = (of: SignaturePage) => makeSignaturePage(of, evidence.signedAt)
  try {
    return (await make(page)).bytes
  } catch (error) {
    if (!(error instanceof MissingGlyph)) throw error
    // A sign in a title that no font has must not keep a signature from being sealed; the text that was signed has it.
    return (await make(without(page, error.characters))).bytes
  }
}

function pageOf(evidence: SignedEvidence): SignaturePage {
  const { signerName, signedAt, title, caseNumber, datedOn, version, pages, municipality } = evidence
  const { heading, sentence } = actTextOf(evidence.act, wordingIn(evidence.hiddenData))
  const sha256 = createHash('sha256').update(evidence.document).digest('hex')
  const sheets = pages === 1 ? '1 sida' : `${pages} sidor`
  const { day, time } = stockholmClock(signedAt)
  return {
    title: 'Bevis om underskrift',
    language: 'sv',
    issuer: { name: municipality },
    reference: caseNumber,
    groups: [
      {
        heading: 'Underskriften',
        rows: [
          { label: 'Av', value: signerName },
          { label: 'Med', value: 'BankID' },
          { label: 'När', value: `${swedishDay(day)} klockan ${time.replace(':', '.')}` },
          { label: 'Gäller', value: heading },
          { label: 'Betyder', value: `”${sentence}”` },
        ],
      },
      {
        heading: 'Handlingen',
        rows: [
          { label: 'Namn', value: title },
          { label: 'Ärende', value: caseNumber },
          { label: 'Datum', value: swedishDay(datedOn) },
          { label: 'Version', value: `${version}, ${sheets}` },
          { label: 'Fingeravtryck', value: fingerprintOf(sha256) },
          { label: 'SHA-256', value: sha256 },
        ],
        texts: [
          `Handlingen är det som står före den här sidan (${sheets}), precis som den var vid underskriften.`,
        ],
      },
      {
        heading: 'Så går det att kontrollera',
        rows: [
          {
            label: 'Bilagor i filen',
            value: 'Underskriften från BankID, texten som visades och vår prövning.',
          },
          { label: 'Stämpel', value: 'Filen är förseglad. Om något i den ändras syns det.' },
          { label: 'Personnummer', value: 'Står i bilagorna. Tänk på det om filen skickas vidare.' },
        ],
      },
    ],
  }
}

function wordingIn(hiddenData: string): number {
  return (JSON.parse(hiddenData) as { meaning: number }).meaning
}

function without(page: SignaturePage, characters: readonly string[]): SignaturePage {
  const readable = (text: string) => characters.reduce((rest, each) => rest.replaceAll(each, '?'), text)
  return {
    ...page,
    issuer: { name: readable(page.issuer.name) },
    groups: page.groups.map((group) => ({
      ...group,
      rows: group.rows.map(({ label, value }) => ({ label, value: readable(value) })),
    })),
  }
}
