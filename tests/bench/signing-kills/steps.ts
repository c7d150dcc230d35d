import { hold, type Hold } from './hold.ts'
import type { Asked } from './requests.ts'
import type { SigningWorld } from './signing-world.ts'

/** Where in the way of a signature something is killed. */
export type Step = {
  name: string
  /**
   * Who is at it: the portal while the person orders or comes back; a worker with what a killed portal left behind, or with
   * jobs that waited for it.
   */
  during: 'order' | 'atBroker' | 'return' | 'leftBehind' | 'sealing'
  /** Holds the way there. Null where the person is elsewhere. */
  hold: ((means: HoldMeans) => Promise<Hold>) | null
}
type HoldMeans = { world: SigningWorld; asked: Asked; random: () => number }

/** Whoever writes to the table waits. */
const writing =
  (...tables: string[]) =>
  ({ world, random }: HoldMeans) =>
    hold(world.ownerUrl, `lock table ${tables[Math.floor(random() * tables.length)]} in share mode`)

export const judging = ({ world, asked }: Pick<HoldMeans, 'world' | 'asked'>) =>
  hold(world.ownerUrl, 'select from signature_request where id = $1 for update', [asked.requestId])

// The first, a later and the last that is written of a signature.
const recording = writing('signature_evidence', 'appeal_window', 'audit_event')

/** The stamp is there; the seal with it waits to be kept. */
function keepingStamp(means: HoldMeans): Promise<Hold> {
  const stamp = means.world.stamps.hold()
  let keeping: Hold | null = null
  return Promise.resolve({
    isReached: async () => {
      await stamp.isReached()
      keeping = await writing('sealed_package')(means)
      await stamp.release()
      await keeping.isReached()
    },
    release: async () => keeping?.release(),
  })
}

export const steps = [
  { name: 'ordering, before the redirect', during: 'order', hold: writing('signature_intent') },
  { name: 'between order and return', during: 'atBroker', hold: null },
  { name: 'the broker has answered, nothing kept', during: 'return', hold: writing('signature_answer') },
  { name: 'kept, not judged', during: 'return', hold: judging },
  { name: 'recording', during: 'return', hold: recording },
  { name: 'left behind, not judged', during: 'leftBehind', hold: judging },
  { name: 'left behind, recording', during: 'leftBehind', hold: recording },
  { name: 'recorded, not sealed', during: 'sealing', hold: writing('pgboss.job') },
  { name: 'sealed, not kept', during: 'sealing', hold: writing('sealed_package') },
  {
    name: 'sealed, not stamped',
    during: 'sealing',
    hold: ({ world }) => Promise.resolve(world.stamps.hold()),
  },
  { name: 'stamped, not kept', during: 'sealing', hold: keepingStamp },
] as const satisfies readonly Step[]
