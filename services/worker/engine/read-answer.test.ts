import { expect, test } from 'vitest'
import localai from './answers/localai-nanoseconds.json'
import openai from './answers/openai.json'
import own from './answers/own-server.json'
import vllm from './answers/vllm-unknown.json'
import whisperCpp from './answers/whisper-cpp.json'
import whisperCppVad from './answers/whisper-cpp-vad.json'
import whisperLiveKit from './answers/whisper-livekit.json'
import { AsrError } from './asr'
import { readAnswer } from './read-answer'

const sound = { seconds: 6, model: 'configured' }
const words = (answer: unknown) =>
  readAnswer(answer, sound).words.map(({ text, start, end, p }) => [text, round(start), round(end), p])
const round = (value: number) => Math.round(value * 100) / 100

test('words at the top are taken as they are (OpenAI)', () => {
  expect(words(openai)).toEqual([
    ['Han', 0.5, 0.8, null],
    ['gillar', 0.8, 1.3, null],
    ['det', 1.3, 1.5, null],
  ])
})

test('pieces within segments become words with the lowest of their probabilities (whisper.cpp)', () => {
  expect(words(whisperCpp)).toEqual([
    ['Han', 0.5, 0.8, 0.98],
    ['gillar', 0.8, 1.3, 0.61],
    ['det.', 1.3, 1.6, 0.97],
  ])
})

test('words on a clock without silence are moved to their segment (whisper.cpp with voice detection)', () => {
  expect(words(whisperCppVad)).toEqual([
    ['Han', 1.51, 1.81, 0.98],
    ['gillar', 1.81, 2.31, 0.9],
  ])
})

test('times in nanoseconds become seconds, and a list without words stays empty (LocalAI)', () => {
  const { segments, words } = readAnswer(localai, sound)
  expect([segments[0]!.start, segments[0]!.end, words]).toEqual([0.5, 2.25, []])
})

test('times as clocks and numbers as text are read (WhisperLiveKit)', () => {
  const [segment] = readAnswer(whisperLiveKit, sound).segments
  expect([segment!.start, segment!.end, segment!.avgLogprob]).toEqual([0.5, 2.5, -0.25])
})

test('-1 is unknown, not a figure (vLLM)', () => {
  const [segment] = readAnswer(vllm, sound).segments
  expect([segment!.avgLogprob, segment!.noSpeechProb, segment!.compressionRatio]).toEqual([null, null, null])
})

test('the model is the one the server says it runs, or else the configured one; a repeated name is not trusted', () => {
  expect(readAnswer(own, sound).model).toBe('kb-whisper-base 1a2b3c4')
  expect(readAnswer(openai, sound).model).toBe('configured')
})

test('text that the server itself removed is kept with its reason', () => {
  expect(readAnswer(own, sound).dropped).toEqual([
    { text: 'Textning.nu', start: 3, end: 4, reason: 'credit' },
  ])
})

test('a text alone is one segment as long as the sound', () => {
  expect(readAnswer({ text: 'Hej.' }, sound).segments).toMatchObject([{ text: 'Hej.', start: 0, end: 6 }])
})

test.each([[null], [{ error: 'no' }], [{ text: 'Hello.', language: 'en' }]])(
  'anything but a Swedish transcription is a fault of the engine: %j',
  (answer) => {
    expect(() => readAnswer(answer, sound)).toThrow(AsrError)
  },
)
