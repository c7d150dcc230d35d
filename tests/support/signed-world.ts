import { X509Certificate, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endPdfMaker } from '../../app/document/pdf/pdf-maker'
import { judgeAnswer } from '../../app/signing/evidence/judge-answer'
import { beginSignature, intend } from '../../app/signing/request/begin-signature'
import { findSignatureRequest, toSign } from '../../app/signing/request/signature-request'
import { trustOf, type Trust } from '../../app/signing/verifier/trust'
import { createAuthority, type Authority } from '../../services/broker/bankid/authority'
import { createTestBankId, type TestBankId } from '../../services/broker/bankid/bankid'
import { writeKeyFile } from '../../services/demo/key-file'
import { municipalities, people, type PersonKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { testKeys, testKeysText } from './keys'
import { municipalityOf } from './people'
import { keepAnswerRow, type DecisionKey } from './signing-rows'
import { openStories, storyTime, type Stories } from './stories'

export const sealPassword = 'lösenord till stämpeln'

/** Somebody who signed, and what finds it again. */
export type Signed = { municipalityId: string; requestId: string; intentId: string }

/** The stories with a bank that signs for real, and a key on this machine that seals. */
export type SignedWorld = {
  stories: Stories
  authority: Authority
  bankId: TestBankId
  trust: Trust
  /** Settings of a worker that seals. */
  settings: Record<string, string>
  keyFile: (name: string, key: KeyObject, certificates: readonly Buffer[]) => Promise<string>
  /** @returns after it was judged to hold and recorded */
  sign: (who: PersonKey, key: DecisionKey) => Promise<Signed>
  close: () => Promise<void>
}

export async function openSignedWorld(): Promise<SignedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'signed-'))
  const put = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const stories = await openStories()
  const [authority, ofBank] = await Promise.all([createAuthority('Seal'), createAuthority('BankID')])
  const bankId = await createTestBankId(ofBank)
  const sealer = await authority.issue({
    purpose: 'seal',
    subject: [['commonName', 'Ekdala kommun, stämpel']],
  })
  const keyFile: SignedWorld['keyFile'] = async (name, key, certificates) =>
    `file:${put(name, await writeKeyFile({ key, certificates }, sealPassword))}`
  const given = {
    seal: authority.rootPem,
    timeStamp: authority.rootPem,
    bankId: bankId.rootPem,
    serviceName: bankId.serviceName,
  }
  const above = authority.intermediate.certificate
  return {
    ...{ stories, authority, bankId, keyFile },
    trust: trustOf(given, false),
    settings: {
      DATA_KEYS: testKeysText,
      BANKID_ROOTS: put('bankid.pem', bankId.rootPem),
      BANKID_SERVICE: bankId.serviceName,
      SEAL_KEY: await keyFile('seal.p12', sealer.key, [sealer.certificate, above]),
      SEAL_KEY_PASSWORD: sealPassword,
      TIME_STAMP_ROOTS: put('seal.pem', authority.rootPem),
    },
    sign: (who, key) => sign(stories, bankId, who, key),
    close: async () => {
      // Sealing makes a page.
      await endPdfMaker()
      await stories.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A token that names somebody by number, as the broker's and ours do. */
const naming = (number: string) =>
  `e30.${Buffer.from(JSON.stringify({ sub: number })).toString('base64url')}.c2ln`

async function sign(
  { asPerson, database, owner }: Stories,
  bankId: TestBankId,
  who: PersonKey,
  key: DecisionKey,
): Promise<Signed> {
  const { number, givenName, familyName, municipality } = people[who]
  const beside = {
    kind: 'person' as const,
    municipality: municipalities[municipality].name,
    now: storyTime,
    dataKeys: testKeys,
  }
  const { requestId, intended } = await asPerson(who, async (tx) => {
    const found = await findSignatureRequest(
      tx,
      storyId('case', 'EK-2026-1187'),
      storyId('document', key),
      null,
    )
    if (!found) throw new Error(`${who} is not asked to sign ${key}`)
    const intended = await intend(tx, toSign(found), beside)
    await beginSignature(
      tx,
      { kind: 'person', requestId: found.id, dataKeys: testKeys },
      { ...intended, requestJwt: naming(number) },
    )
    return { requestId: found.id, intended }
  })
  const answer = bankId.order({
    kind: 'Signing',
    personalNumber: number,
    name: { given: givenName, family: familyName },
    visibleText: Buffer.from(intended.visibleText),
    hiddenData: Buffer.from(intended.hiddenData),
    at: new Date(),
  })
  const id = { municipalityId: municipalityOf(who), intentId: intended.intentId }
  await keepAnswerRow({ owner }, id.intentId, { ...answer, idToken: naming(number) })
  const trusted = { roots: [new X509Certificate(bankId.rootPem)], serviceName: bankId.serviceName }
  const judge = { database, now: () => storyTime, dataKeys: testKeys, bankId: trusted }
  const rule = await judgeAnswer(judge, id)
  if (rule) throw new Error(`the signature was refused: ${rule}`)
  return { ...id, requestId }
}
