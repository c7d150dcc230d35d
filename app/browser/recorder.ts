import { createChunkCutter } from '../dictation/recorder/chunk-cutter.ts'
import { createDownsampler } from '../dictation/recorder/downsampler.ts'
import { levelOf } from '../dictation/recorder/sound-level.ts'
import type { RecorderMessage } from '../dictation/recorder/recorder-message.ts'
import { SPEECH_RATE } from '../dictation/speech/wav.ts'

// Globals of an audio worklet (Web Audio API 1.32); TypeScript has no library for them.
declare const sampleRate: number
declare const registerProcessor: (name: string, processor: typeof Recorder) => void
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

/** Sends the microphone's sound as 16 kHz chunks of a second or less, and its level ten times a second. */
class Recorder extends AudioWorkletProcessor {
  readonly #downsampler = createDownsampler(sampleRate, SPEECH_RATE)
  readonly #cutter = createChunkCutter()
  #isOver = false

  constructor() {
    super()
    this.port.onmessage = () => this.#end()
  }

  process([input]: Float32Array[][]): boolean {
    if (this.#isOver) return false
    const [channel] = input ?? []
    if (channel) this.#take(this.#downsampler.push(channel))
    return true
  }

  #take(sound: Float32Array): void {
    if (sound.length === 0) return
    this.#tell({ kind: 'level', level: levelOf(sound, SPEECH_RATE) })
    for (const chunk of this.#cutter.push(sound)) this.#tell({ kind: 'chunk', sound: chunk.buffer })
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#take(this.#downsampler.end())
    const rest = this.#cutter.end()
    if (rest) this.#tell({ kind: 'chunk', sound: rest.buffer })
    this.#tell({ kind: 'end' })
  }

  #tell(message: RecorderMessage): void {
    this.port.postMessage(message, message.kind === 'chunk' ? [message.sound] : [])
  }
}

registerProcessor('recorder', Recorder)
