import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { engineTime } from './engines.ts'
import { readEvents } from './event-reader.ts'
import { median } from './median.ts'
import { goals } from './plan.ts'
import { oneConnection } from './raw-get.ts'
import { soundPart, startRecording } from './recording.ts'
import { number, type Part } from './report.ts'
import { lastNumberOf, pageParts } from './page-parts.ts'
import { phraseEnds, stretch, type Clip } from './speech.ts'
import type { Desk } from './workplace.ts'

type Heard = { end: number; from: number; to: number; delay: number; engine: number }
type Means = {
  address: string
  bareEngine: { address: string }
  clip: Clip
  desks: readonly Desk[]
  model: string
  /** Until the worker has nothing left to do. */
  atRest: () => Promise<void>
}

// Milliseconds until the text of a whole dictation is given up.
const patience = 180_000

/** How long after a phrase is spoken its text is on the writer's page. One round for each desk. */
export async function measurePhraseDelay(means: Means): Promise<Part> {
  const { clip, desks, bareEngine, atRest, model } = means
  const heard: Heard[] = []
  for (const desk of desks) {
    const phrases = await dictate(desk, means)
    await atRest()
    for (const phrase of phrases) {
      const engine = await engineTime(bareEngine, stretch(clip, phrase.from, phrase.to))
      heard.push({ ...phrase, engine })
    }
  }
  const added = (one: Heard) => one.delay - one.engine
  const ends = phraseEnds(clip)
  const inSeconds = (milliseconds: number) => number(milliseconds / 1000)
  return {
    section: {
      heading: 'From the end of a phrase to its text',
      about:
        `A dictation of ${number(clip.seconds)} s sent to the portal as it is spoken, in the parts that the page cuts; worker, service ` +
        `(${model}) and portal each in a process of its own. The delay is from the last sound of a phrase until its ` +
        'text comes on the event stream of the page. The engine’s own time is that of the same stretch of sound given ' +
        `to it directly afterwards. ${desks.length} dictations one after another; medians.`,
      columns: ['more than the engine, s', 'phrase ends at s', 'delay s', 'engine s'],
      rows: ends.map((end) => {
        const phrase = heard.filter((one) => one.end === end)
        return [
          inSeconds(median(phrase.map(added))),
          number(end),
          inSeconds(median(phrase.map(({ delay }) => delay))),
          inSeconds(median(phrase.map(({ engine }) => engine))),
        ]
      }),
    },
    checks: [
      {
        name: 'from the end of a phrase to its text, beyond the engine’s own time',
        found: median(heard.map(added)) / 1000,
        limit: goals.secondsBeyondEngine,
        rule: 'atMost',
        unit: ' s',
      },
    ],
  }
}

/** Speaks the clip into a new dictation and waits for the text of every phrase. */
async function dictate(desk: Desk, { address, clip }: Means): Promise<Omit<Heard, 'engine'>[]> {
  const agent = oneConnection()
  const recording = await startRecording(desk, { address, agent })
  const ends = phraseEnds(clip)
  const phrases: Omit<Heard, 'engine'>[] = []
  const told = new EventEmitter()
  const all = once(told, 'all', { signal: AbortSignal.timeout(patience) })
  let begun = 0
  const events = await readEvents(
    `${address}/handlaggare/inspelningar/${recording.id}/handelser`,
    desk.cookie,
    ({ kind, data, arrivedAt }) => {
      if (kind !== 'segment' || data['kind'] !== 'speech') return
      const [from, to] = [Number(data['start']) / 1000, Number(data['end']) / 1000]
      // Each phrase of the clip is one segment, which ends a little after the last sound of it.
      const end = ends.findLast((each) => each <= to)
      if (end === undefined) return
      phrases.push({ end, from, to, delay: arrivedAt - begun - end * 1000 })
      if (phrases.length === ends.length) told.emit('all')
    },
  )
  begun = performance.now()
  const parts = pageParts(stretch(clip, 0, clip.seconds))
  for (const { number, sound, to } of parts) {
    await wait(Math.max(0, begun + Math.min(to, clip.seconds) * 1000 - performance.now()))
    await recording.send(number, soundPart(sound))
  }
  await recording.stop(lastNumberOf(parts))
  await all
  events.close()
  agent.destroy()
  return phrases
}
