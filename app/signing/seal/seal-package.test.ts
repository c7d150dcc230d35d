import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, makePdf } from '../../../tests/support/sealed-world.ts'
import { verifyPackage } from '../verifier/package.ts'
import { renewSeal } from './renew-seal.ts'
import { sealPackage } from './seal-package.ts'
import { stampSeal } from './stamp-seal.ts'

const now = new Date('2026-09-15T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'sealed-'))
let service: TimeStampService
let plain: Buffer

beforeAll(() => {
  plain = makePdf('Beslut', 'Barnet ska tas om hand.')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As other programs write PDFs: qpdf does what these options say. */
function rewritten(...options: string[]): Buffer {
  const [before, after] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')]
  writeFileSync(before, plain)
  execFileSync('qpdf', ['--static-id', ...options, before, after])
  return readFileSync(after)
}

async function untagged(): Promise<Buffer> {
  const pdf = PDF.create()
  pdf.addPage().drawText('Beslut', { x: 50, y: 500 })
  return Buffer.from(await pdf.save())
}

/** Without the identifier that a PDF may leave out, and without the last end of line. */
const bare = () =>
  Buffer.from(
    plain
      .toString('latin1')
      .replace(/\/ID \[[^\]]*\]/, '')
      .replace(/\n$/, ''),
    'latin1',
  )

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['with compressed objects', () => rewritten('--object-streams=generate')],
  ['written by another program', () => rewritten('--object-streams=disable', '--newline-before-endstream')],
  ['laid out for the web', () => rewritten('--linearize')],
  ['without tags', untagged],
  ['without an identifier and a last line', bare],
])('a PDF %s is sealed, stamped, renewed and judged, with the same bytes each time', async (_kind, make) => {
  const frozen = await make()
  const world = await createSealedWorld(frozen)
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  const from = { url: service.url(), roots: world.trust.timeStamp, policy: null }
  const sealed = await sealPackage(world.contents, world.key)
  expect(await sealPackage(world.contents, world.key)).toEqual(sealed)
  const once = await renewSeal(await stampSeal(sealed, from, now), world.trust.seal, from, now)
  const twice = await renewSeal(once, world.trust.seal, from, now)
  await service.close()

  expect(verifyPackage(twice, world.trust, now)).toMatchObject({ holds: true, renewedAt: [now, now] })
  expect(twice.subarray(0, frozen.length)).toEqual(frozen)
  const file = join(folder, 'twice.pdf')
  writeFileSync(file, twice)
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding',
  )
})

test('a PDF that is encrypted or broken is not sealed', async () => {
  const encrypted = await createSealedWorld(rewritten('--encrypt', '', 'hemlig', '256', '--'))
  await expect(sealPackage(encrypted.contents, encrypted.key)).rejects.toThrow('the PDF is encrypted')
  const broken = await createSealedWorld(plain.subarray(0, -100))
  await expect(sealPackage(broken.contents, broken.key)).rejects.toThrow()
})
