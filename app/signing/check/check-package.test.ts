import { beforeAll, expect, test } from 'vitest'
import { createSealedWorld, signedAt, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { sealPackage } from '../seal/seal-package.ts'
import { largestPackage } from '../verifier/package.ts'
import { checkPackage } from './check-package.ts'

const open = new AbortController().signal
let world: SealedWorld
let sealed: Buffer

beforeAll(async () => {
  world = await createSealedWorld()
  sealed = await sealPackage(world.contents, world.key)
})

const check = (bytes: Uint8Array, closed = open) =>
  checkPackage({ bytes, trust: world.given, at: signedAt }, closed)

test('a sealed package is judged in a process of its own, with the moments it names', async () => {
  expect(await check(sealed)).toMatchObject({
    verdict: {
      holds: true,
      sealedBy: 'Ekdala kommun, stämpel',
      signatures: [{ name: 'Åsa Öberg', at: signedAt }],
    },
  })
})

test('what is no package has a verdict that says so', async () => {
  expect(await check(world.contents.frozen)).toMatchObject({
    verdict: { holds: false, findings: [{ part: 'file' }], signatures: [], document: null },
  })
})

test('what is empty, too large or no PDF is not judged', async () => {
  expect(await check(Buffer.alloc(0))).toEqual({ fault: 'empty' })
  expect(await check(Buffer.from('hej'))).toEqual({ fault: 'notPdf' })
  expect(await check(Buffer.alloc(largestPackage + 1))).toEqual({ fault: 'tooLarge' })
})

test('a judge whose sender has gone is ended', async () => {
  expect(await check(sealed, AbortSignal.abort())).toEqual({ fault: 'tooHeavy' })
})
