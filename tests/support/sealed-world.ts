import { hash, X509Certificate } from 'node:crypto'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealKeyOf, type SealKey } from '../../app/signing/seal/seal-key.ts'
import type { PackageContents } from '../../app/signing/seal/seal-package.ts'
import { trustOf, type Trust } from '../../app/signing/verifier/trust.ts'
import { createAuthority, type Authority } from '../../services/broker/bankid/authority.ts'
import { createTestBankId } from '../../services/broker/bankid/bankid.ts'

export const signedAt = new Date('2026-09-15T10:00:00Z')
export const sealName = 'Ekdala kommun, stämpel'
const signer = '199001012385'

/** A decision, Åsa's signature of it, and a key that seals both. */
export type SealedWorld = {
  authority: Authority
  trust: Trust
  given: Parameters<typeof trustOf>[0]
  key: SealKey
  contents: PackageContents
}

/** @param listAt where it is told what the seal's root has taken back; nowhere unless given */
export async function createSealedWorld(
  frozen = makePdf('Beslut', 'Barnet ska tas om hand.'),
  listAt?: string,
): Promise<SealedWorld> {
  const authority = await createAuthority('Seal', listAt)
  const bankId = await createTestBankId(await createAuthority('BankID'))
  const sealer = await authority.issue({ purpose: 'seal', subject: [['commonName', sealName]] })
  const given = {
    seal: authority.rootPem,
    timeStamp: authority.rootPem,
    bankId: bankId.rootPem,
    serviceName: bankId.serviceName,
  }
  const visibleText = Buffer.from('Jag har tagit emot beslutet.')
  const hiddenData = Buffer.from(
    JSON.stringify({ purpose: 'receipt', sha256: hash('sha256', frozen, 'hex'), v: 1 }),
  )
  const person = { personalNumber: signer, name: { given: 'Åsa', family: 'Öberg' } }
  const answer = bankId.order({ kind: 'Signing', ...person, visibleText, hiddenData, at: signedAt })
  const part = (name: string, mime: string, bytes: Buffer) => ({
    name,
    mime,
    bytes,
    relationship: 'Data' as const,
  })
  const attachments = [
    part('signature-1.xml', 'application/xml', Buffer.from(answer.signature, 'base64')),
    part('ocsp-1.der', 'application/ocsp-response', Buffer.from(answer.ocspResponse!, 'base64')),
    part('text-1.txt', 'text/plain', visibleText),
    part('intent-1.json', 'application/json', hiddenData),
  ]
  const signature = {
    signer,
    at: signedAt.toISOString(),
    visibleText: 'text-1.txt',
    intent: 'intent-1.json',
    signature: 'signature-1.xml',
    ocspResponse: 'ocsp-1.der',
  }
  return {
    authority,
    given,
    trust: trustOf(given, false),
    key: sealKeyOf(sealer.key, [sealer.certificate, authority.intermediate.certificate]),
    contents: {
      frozen,
      signaturePage: makePdf(
        'Bevis om underskrift',
        '#table(columns: 2, table.header[Vad][Värde], [Vem], [Åsa Öberg])',
      ),
      attachments,
      signatures: [signature],
      at: signedAt,
    },
  }
}

/** A tagged PDF by the compiler that makes the product's documents. */
export function makePdf(title: string, text: string): Buffer {
  const workspace = mkdtempSync(join(tmpdir(), 'typst-'))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts() }] })
  const { result } = compiler.compile({
    mainFileContent: `#set document(title: "${title}", date: datetime(year: 2026, month: 9, day: 15))
#set text(lang: "sv", font: "Atkinson Hyperlegible Next", fallback: false)
#title[${title}]
${text}`,
  })
  rmSync(workspace, { recursive: true })
  if (!result) throw new Error('the document could not be made')
  return compiler.pdf(result, { pdfStandard: 'a-3a', creationTimestamp: signedAt.getTime() / 1000 })
}

function fonts(): Buffer[] {
  const folder = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/atkinson-hyperlegible-next/package.json',
  )
  return ['400Regular', '700Bold'].map((style) =>
    readFileSync(join(folder, '..', style, `AtkinsonHyperlegibleNext_${style}.ttf`)),
  )
}

export const pemOf = (certificate: Buffer) => new X509Certificate(certificate).toString()
