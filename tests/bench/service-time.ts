import { engineTime, serviceTime, type Engine } from './engines.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import { stretch, type Clip } from './speech.ts'

/** What the service adds to the engine it holds. */
export async function measureServiceTime(
  transcriber: Engine,
  bareEngine: { address: string },
  { clips, rounds }: { clips: readonly Clip[]; rounds: Plan['dictationRounds'] },
): Promise<Part> {
  const sides = [
    (clip: Clip) => serviceTime(transcriber, clip),
    (clip: Clip) => engineTime(bareEngine, stretch(clip, 0, clip.seconds)),
  ]
  const ofAll = async (timeOf: (typeof sides)[number]) => {
    const times: number[] = []
    for (const clip of clips) times.push(await timeOf(clip))
    return times
  }
  await alternate(sides, 1, ofAll)
  const [service, engine] = await alternate(sides, rounds, ofAll)
  const ratioOf = (timeIn: (times: number[]) => number) =>
    median(service!.map((times, round) => timeIn(times) / timeIn(engine![round]!)))
  const ratio = ratioOf((times) => times.reduce((sum, time) => sum + time, 0))
  return {
    section: {
      heading: 'The transcription service beside its engine',
      about:
        `The same recordings (tests/speech) sent to the service, which looks for speech, listens, judges and answers ` +
        `with words and times, and given to ${transcriber.model} directly in a process of its own; one after another, ` +
        `${rounds} rounds of each side in turn after one to warm up; medians. The service is timed from the request ` +
        'to the end of the answer, the engine around the call.',
      columns: ['ratio', 'recording', 'seconds of sound', 'service ms', 'engine ms'],
      rows: clips.map(({ name, seconds }, index) => [
        number(ratioOf((times) => times[index]!)),
        name,
        number(seconds),
        number(median(service!.map((times) => times[index]!))),
        number(median(engine!.map((times) => times[index]!))),
      ]),
    },
    checks: [
      {
        name: 'transcription service to the bare engine, time for the same recordings',
        found: ratio,
        limit: goals.serviceToEngine,
        rule: 'atMost',
      },
    ],
  }
}
