import { megabytesOfAll } from '../memory.ts'
import { number, type Part } from '../report.ts'
import { settle } from './outcome.ts'
import { askAgain, type Asked } from './requests.ts'
import type { Signer } from './signer.ts'
import type { SigningWorld } from './signing-world.ts'

/** What a worker holds before and after so many signatures that it has drawn the page of, sealed and had stamped. */
export async function measureWorkerMemory(
  world: SigningWorld,
  signer: Signer,
  signatures: number,
): Promise<Part> {
  const pid = world.worker.pid()
  const idle = await megabytesOfAll(pid)
  const signed: Asked[] = []
  while (signed.length < signatures) signed.push(await sign(world, signer))
  await settle(world, signed)
  const loaded = await megabytesOfAll(pid)
  return {
    section: {
      heading: 'Memory of the worker that seals',
      about:
        `Idle: started, nothing signed yet. After ${signatures} signatures, each drawn as a page, sealed and stamped: with the ` +
        'process of its own that draws (docs/decisions/0022). What the two share is counted once.',
      columns: ['idle MB', `after ${signatures} packages MB`],
      rows: [[idle, loaded].map(number)],
    },
    checks: [],
  }
}

async function sign({ owner }: SigningWorld, signer: Signer): Promise<Asked> {
  const asked = await askAgain(owner)
  const leaving = await signer.order(asked.documentId)
  if (!leaving) throw new Error('a signature was not ordered')
  await signer.comeBack(await signer.sign(leaving), leaving)
  return asked
}
