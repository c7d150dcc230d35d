import { randomBytes, sign } from 'node:crypto'
import { sealPackage } from '../../app/signing/seal/seal-package.ts'
import { createSealedWorld } from '../support/sealed-world.ts'
import { sealKeyOf } from '../../app/signing/seal/seal-key.ts'
import { verifyPackage } from '../../app/signing/verifier/package.ts'
import { median } from './median.ts'
import { number, type Part } from './report.ts'

const warmUps = 20
const runs = 60
const kilobytes = 100
/** How many times the bare signature a seal may take. */
const limit = 10

/** A package of 100 kB sealed, and judged, beside the bare signature of its key: one after the other, in turn. */
export async function measureSealing(): Promise<Part> {
  const { contents, trust, authority } = await createSealedWorld()
  const { key, certificate } = await authority.issue({ purpose: 'seal', subject: [['commonName', 'Bench']] })
  const sealKey = sealKeyOf(key, [certificate, authority.intermediate.certificate])
  const filling = kilobytes * 1000 - contents.frozen.length
  const attachments = [
    ...contents.attachments,
    {
      name: 'filling.bin',
      mime: 'application/octet-stream',
      bytes: randomBytes(filling),
      relationship: 'Data' as const,
    },
  ]
  const whole = { ...contents, attachments }
  const now = new Date('2026-09-15T12:00:00Z')
  const attributes = randomBytes(250)
  const [bare, sealing, judging]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < warmUps + runs; run++) {
    const times = [
      await timeOf(() => sign('sha256', attributes, key)),
      await timeOf(() => sealPackage(whole, sealKey)),
    ]
    const sealed = await sealPackage(whole, sealKey)
    times.push(await timeOf(() => verifyPackage(sealed, trust, now)))
    if (run < warmUps) continue
    for (const [index, kept] of [bare, sealing, judging].entries()) kept.push(times[index]!)
  }
  const ratio = median(sealing) / median(bare)
  return {
    section: {
      heading: 'A package sealed and judged',
      about: `A decision with its signature page, the evidence of one signature and a filling, ${kilobytes} kB in all, sealed with RSA-3072 and judged whole, beside a bare RSA-3072 signature; in turn ${runs} times after ${warmUps} to warm up; medians.`,
      columns: ['times bare', 'side', 'ms'],
      rows: [
        ['1', 'bare RSA-3072 signature', number(median(bare))],
        [number(ratio), '**package sealed**', number(median(sealing))],
        [number(median(judging) / median(bare)), '**package judged**', number(median(judging))],
      ],
    },
    checks: [
      {
        name: `sealing ${kilobytes} kB to a bare RSA-3072 signature`,
        found: ratio,
        limit,
        rule: 'atMost',
        unit: ' times',
      },
    ],
  }
}

async function timeOf(run: () => unknown): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}
