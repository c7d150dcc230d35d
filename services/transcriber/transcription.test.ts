import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { createVoiceActivity, type VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { decodeWav } from '../../app/dictation/speech/wav.ts'
import { recogniseWithPrompt } from './prompt.ts'
import { type SpeechTask } from './speech-task.ts'
import { transcribe } from './transcription.ts'
import { segmentsOf, type RecognisedSegment, type WhisperToken } from './whisper-words.ts'

const note = decodeWav(readFileSync(new URL('../../tests/speech/note.wav', import.meta.url)))
let voices: VoiceActivity

beforeAll(async () => {
  voices = await createVoiceActivity()
})

function written(text: string, start: number, end: number): RecognisedSegment {
  const words = text.split(' ').map((word) => ({ word, start, end, probability: 0.9 }))
  return { start, end, text, tokens: [], avgLogprob: -0.2, words }
}

const writes =
  (...segments: RecognisedSegment[]) =>
  () =>
    Promise.resolve({ segments, milliseconds: 5 })

test('what the judge removes is returned beside the text with its time and reason', async () => {
  const recognise = writes(
    written('Hon trivs.', 0, 3),
    written('Undertexter från Amara.org-gemenskapen', 3, 6),
    written('Han sa nej nej nej nej nej', 6, 9),
  )
  const { segments, dropped, engineMilliseconds } = await transcribe(note, { voices, recognise })
  expect(segments.map(({ text }) => text)).toEqual(['Hon trivs.', 'Han sa nej nej nej nej nej'])
  expect(dropped.map(({ text, reason }) => [text, reason])).toEqual([
    ['Undertexter från Amara.org-gemenskapen', 'credit'],
  ])
  expect(dropped[0]!.end - dropped[0]!.start).toBe(3)
  expect(engineMilliseconds).toBe(5)
})

test('times are those of the whole recording', async () => {
  const sound = new Float32Array(5 * 16_000 + note.length)
  sound.set(note, 5 * 16_000)
  const { segments } = await transcribe(sound, { voices, recognise: writes(written('Hej.', 1, 2)) })
  expect(segments[0]!.start).toBeCloseTo(6, 0)
  expect(segments[0]!.words[0]!.start).toBe(segments[0]!.start)
})

test('a prompt that comes back as if it had been said is not believed', async () => {
  const asked: (string | null)[] = []
  const recognise = ({ prompt }: SpeechTask) => {
    asked.push(prompt)
    return writes(written(prompt ? 'Familjehem, umgänge.' : 'Hon mår bra.', 0, 2))()
  }
  const { segments, milliseconds } = await recogniseWithPrompt(
    note.slice(),
    'Sara, familjehem, umgänge, LVU',
    recognise,
  )
  expect(segments[0]!.text).toBe('Hon mår bra.')
  expect(asked).toEqual(['Sara, familjehem, umgänge, LVU', null])
  expect(milliseconds).toBe(10)
})

test('tokens become words at their blanks and segments at their timestamps', () => {
  const token = (text: string, time: number): WhisperToken => ({
    id: 0,
    text,
    time,
    logprob: -0.1,
    stamp: null,
  })
  const stamp = (seconds: number): WhisperToken => ({ id: 9, text: '', time: 0, logprob: -3, stamp: seconds })
  const texts = [' Hon', ' bor', ' i', ' G', 'ävle', '.', ' Ja', '!']
  const tokens = texts.map((text, i) => ({ ...token(text, i * 0.5), id: i }))
  const decode = (ids: number[]) => ids.map((id) => texts[id]).join('')
  const sequence = [stamp(0), ...tokens.slice(0, 6), stamp(2.6), stamp(2.8), ...tokens.slice(6)]
  const [first, second] = segmentsOf(sequence, 4, decode)
  expect(first).toMatchObject({ start: 0, end: 2.6, text: 'Hon bor i Gävle.' })
  expect(first!.words.map(({ word, start, end }) => [word, start, end])).toEqual([
    ['Hon', 0, 0.5],
    ['bor', 0.5, 1],
    ['i', 1, 1.5],
    ['Gävle.', 1.5, 2.5],
  ])
  expect(first!.avgLogprob).toBeCloseTo(-0.1)
  expect(second).toMatchObject({ start: 2.8, end: 4, text: 'Ja!' })
})
