import { setTimeout as wait } from 'node:timers/promises'
import { buildIfNeeded } from '../../services/demo/build.ts'
import { asOwner, startBenchPostgres } from './case-database.ts'
import { measureChunks } from './chunk-load.ts'
import { startBareEngine, startTranscriber } from './engines.ts'
import { measurePhraseDelay } from './phrase-delay.ts'
import type { Plan } from './plan.ts'
import { newDataKeys, startPortal } from './portal.ts'
import { memoryPart, postgresPid, weigh, type Measured } from './process-memory.ts'
import { say, tell } from './progress.ts'
import type { Part } from './report.ts'
import { startServer } from './server-process.ts'
import { measureServiceTime } from './service-time.ts'
import { readClip } from './speech.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** What it costs to speak a note: from the microphone's sound to the text. */
export async function measureDictation(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the database')
  await buildIfNeeded()
  const workplace = await openWorkplace(await startBenchPostgres(), 'dictation', plan.dictations)
  say('starting portal, worker and transcriber')
  const { portal, worker, transcriber, bareEngine } = await startServers(workplace)
  const clips = await Promise.all(['probe', 'note', 'dictation'].map(readClip))
  const [dictation] = clips.slice(-1)
  const memory: Measured = new Map()
  const listening = [
    { name: 'worker', pid: worker.pid },
    { name: 'transcriber', pid: transcriber.pid },
  ]
  const storing = [
    { name: 'portal', pid: portal.pid },
    { name: 'PostgreSQL', pid: await postgresPid() },
  ]
  await weigh([...storing, ...listening], memory)

  say('the transcription service beside its engine')
  const rounds = plan.dictationRounds
  const service = tell(await measureServiceTime(transcriber, bareEngine, { clips, rounds }))
  say('from the end of a phrase to its text')
  const delay = tell(
    await measurePhraseDelay({
      address: portal.address,
      bareEngine,
      clip: dictation!,
      desks: workplace.desks.slice(0, rounds),
      model: transcriber.model,
      atRest: () => everythingHeard(workplace),
    }),
  )
  await weigh(listening, memory)
  for (const { stop } of [worker, transcriber, bareEngine]) await stop()
  say(`${plan.dictations} dictations at once`)
  const chunks = tell(await measureChunks(workplace, { address: portal.address, clip: dictation!, plan }))
  await weigh(storing, memory)
  const load = `portal and PostgreSQL after ${plan.dictations} dictations at once, worker and transcriber after ${rounds} dictations with their careful passes.`
  return [service, delay, chunks, tell(memoryPart(memory, load))]
}

async function startServers({ portalUrl }: Workplace) {
  const dataKeys = newDataKeys()
  const transcriber = await startTranscriber()
  const worker = await startServer({
    name: 'worker',
    path: 'services/worker/main.ts',
    env: {
      DATABASE_URL: portalUrl,
      DATA_KEYS: dataKeys,
      TRANSCRIBER_URL: transcriber.address,
      TRANSCRIBER_MODEL: 'whisper-1',
    },
  })
  const portal = await startPortal('portal-of-dictation', { portalUrl, dataKeys })
  return { portal, worker, transcriber, bareEngine: await startBareEngine() }
}

/** Until every recording has its text and its careful pass: the next one is not to wait for it. */
async function everythingHeard({ ownerUrl }: Workplace): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (;;) {
      const { rowCount } = await owner.query(
        `select from recording where state in ('recording', 'stopped') or final_pass = 'waiting'`,
      )
      if (rowCount === 0) return
      await wait(200)
    }
  })
}
