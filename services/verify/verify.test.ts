import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealPackage } from '../../app/signing/seal/seal-package.ts'
import { createSealedWorld, type SealedWorld } from '../../tests/support/sealed-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const at = (name: string) => join(folder, name)
let world: SealedWorld

beforeAll(async () => {
  world = await createSealedWorld()
  const sealed = await sealPackage(world.contents, world.key)
  writeFileSync(at('package.pdf'), sealed)
  const changed = Buffer.from(sealed)
  changed[100]! ^= 1
  writeFileSync(at('changed.pdf'), changed)
  writeFileSync(at('seal.pem'), world.given.seal)
  writeFileSync(at('bankid.pem'), world.given.bankId)
})
afterAll(() => rmSync(folder, { recursive: true }))

function verify(args: string[], changes: Record<string, string> = {}) {
  const settings = {
    SEAL_ROOTS: at('seal.pem'),
    TIME_STAMP_ROOTS: at('seal.pem'),
    BANKID_ROOTS: at('bankid.pem'),
    BANKID_SERVICE: world.given.serviceName,
  }
  const { status, stdout, stderr } = spawnSync('node', [join(import.meta.dirname, 'main.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...settings, ...changes },
  })
  return { status, stdout, stderr }
}

test('the command says in plain words that a package holds', () => {
  const { status, stdout } = verify([at('package.pdf'), '--allow-test-roots'])
  expect(stdout).toMatch(/^HOLDS\nyes {2}the file ends with its last signature/)
  expect(stdout).toContain('yes  the document is unchanged, byte for byte')
  expect(stdout).toContain('sealed by   Ekdala kommun, stämpel')
  expect(stdout).toContain('Åsa Öberg, receipt  "Jag har tagit emot beslutet."')
  expect(stdout).not.toContain('199001012385')
  expect(status).toBe(0)
})

test('it says what does not hold, by rule', () => {
  const { status, stdout } = verify([at('changed.pdf'), '--allow-test-roots'])
  expect(stdout).toMatch(/^DOES NOT HOLD\n/)
  expect(stdout).toContain('no   the document is not the one that was sealed (document-hash)')
  expect(stdout).toContain('no   the seal does not hold (seal-digest)')
  expect(stdout).toContain('yes  every part is the one on the list of contents')
  expect(status).toBe(1)
})

test('it believes no test roots unless it is told to, and names the settings that are missing', () => {
  const refused = verify([at('package.pdf')])
  expect(refused.stderr).toContain('test-root')
  expect(refused.status).toBe(2)
  const missing = verify([at('package.pdf')], { BANKID_ROOTS: at('none.pem'), SEAL_ROOTS: '' })
  expect(missing.stderr).toBe('SEAL_ROOTS: is missing\nBANKID_ROOTS: is no file that can be read\n')
})

test('it says which file it wants', () => {
  expect(verify([])).toMatchObject({ status: 2, stderr: 'say which file: npm run verify -- FILE\n' })
  expect(verify([at('none.pdf')])).toMatchObject({ status: 2, stderr: 'the file cannot be read\n' })
})
