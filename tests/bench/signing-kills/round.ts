import { setTimeout as wait } from 'node:timers/promises'
import { askAgain, type Asked } from './requests.ts'
import type { Answer, Leaving, Signer } from './signer.ts'
import type { Killable, SigningWorld } from './signing-world.ts'
import { judging, type Step } from './steps.ts'

export type Round = Asked & {
  /** What the portal answered each time the person came back from the broker; a connection that broke is no answer. */
  answers: Answer[]
}
type Means = { world: SigningWorld; signer: Signer; random: () => number }

// Milliseconds until somebody who cannot go on is given up.
const patience = 120_000

/** One signature, in which the process is killed at the step and started again; then the person goes on. */
export async function killRound(step: Step, victim: Killable, means: Means): Promise<Round> {
  const { world, signer, random } = means
  const asked = await askAgain(world.owner)
  const round: Round = { ...asked, answers: [] }
  const held = (at: Step['during']) => at === step.during
  const strike = async <T>(work: () => Promise<T>): Promise<T> => {
    const holding = await step.hold?.({ world, asked, random })
    const working = work()
    await holding?.isReached()
    await victim.kill()
    await holding?.release()
    await victim.start()
    return working
  }
  const order = () => signer.order(asked.documentId)
  const comeBack = (callback: URL, leaving: Leaving) => async () => {
    const answer = await signer.comeBack(callback, leaving)
    if (answer) round.answers.push(answer)
  }

  const leaving = (held('order') ? await strike(order) : null) ?? (await until(order))
  const callback = await signer.sign(leaving)
  if (held('atBroker')) await strike(() => Promise.resolve())
  const back = comeBack(callback, leaving)
  if (held('leftBehind')) await leaveBehind(back, { world, asked })
  if (held('sealing')) await world.worker.kill().then(back)
  if (held('leftBehind') || held('sealing')) await strike(() => world.worker.start())
  else await (held('return') ? strike(back) : back())
  await goOn()
  return round

  /** Until the page says that it is signed, or that what came is being judged. */
  async function goOn(): Promise<void> {
    await until(async () => {
      const standing = await signer.standing(asked.documentId)
      if (standing !== 'toSign') return standing
      const again = await until(order)
      await comeBack(await signer.sign(again), again)()
      return null
    })
  }
}

/** Kills the portal between keeping and judging, with no worker there. */
async function leaveBehind(
  back: () => Promise<void>,
  { world, asked }: { world: SigningWorld; asked: Asked },
): Promise<void> {
  await world.worker.kill()
  const holding = await judging({ world, asked })
  const coming = back()
  await holding.isReached()
  await world.portal.kill()
  await holding.release()
  await Promise.all([coming, world.portal.start()])
  await letTimePass(world, asked)
}

/** A worker leaves an answer to the portal for ten seconds. */
async function letTimePass({ owner }: SigningWorld, { requestId }: Asked): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(
      `update signature_answer set received_at = received_at - interval '11 seconds'
        where intent_id in (select id from signature_intent where request_id = $1)`,
      [requestId],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function until<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (const begun = performance.now(); performance.now() - begun < patience;) {
    const found = await attempt()
    if (found !== null) return found
    await wait(100)
  }
  throw new Error('the person cannot go on')
}
