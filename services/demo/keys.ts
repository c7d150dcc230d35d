import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import webPush from 'web-push'

/** Production refuses these keys by their names. */
export type DemoKeys = {
  dataKeys: string
  person: JWK
  staff: JWK
  ingest: JWK
  sealPassword: string
  postPassword: string
  push: { publicKey: string; privateKey: string }
}

export async function demoKeys(folder: string): Promise<DemoKeys> {
  const path = join(folder, 'keys.json')
  const known = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Partial<DemoKeys>
  // Keep keys from an earlier version: the demo's data is encrypted with them.
  const keys = {
    dataKeys: ['lookup', 'demo'].map((id) => `${id}=${randomBytes(32).toString('base64')}`).join(','),
    person: await clientKey('demo-person'),
    staff: await clientKey('demo-staff'),
    ingest: await clientKey('demo-ingest'),
    sealPassword: randomBytes(18).toString('base64url'),
    postPassword: randomBytes(18).toString('base64url'),
    push: webPush.generateVAPIDKeys(),
    ...known,
  }
  await mkdir(folder, { recursive: true })
  await writeFile(path, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

export function publicHalf({ kty, crv, x, y, kid, alg }: JWK): JWK {
  return { kty, crv, x, y, kid, alg, use: 'sig' } as JWK
}

async function clientKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256' }
}
