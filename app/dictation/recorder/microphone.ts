import type { RecorderMessage } from './recorder-message'
import type { Level } from './sound-level'

export type MicrophoneFault = 'blocked' | 'missing' | 'busy' | 'unsupported' | 'soundless'

export class MicrophoneError extends Error {
  readonly fault: MicrophoneFault
  constructor(fault: MicrophoneFault) {
    super(fault)
    this.name = 'MicrophoneError'
    this.fault = fault
  }
}

export type Microphone = {
  /** Empty if the browser does not say. */
  name: string
  stop: () => Promise<void>
}

type Listener = {
  onChunk: (sound: Uint8Array<ArrayBuffer>) => void
  onLevel: (level: Level) => void
  /** Not stopped by the user: a cable, a Bluetooth battery, a phone call. */
  onLost: () => void
}

export type OpenMicrophone = (listener: Listener) => Promise<Microphone>

/** Milliseconds. */
const longestBeginning = 5_000

// Noise suppression and gain help outdoors; echo cancellation cuts the first words after a pause.
const constraints = {
  channelCount: 1,
  echoCancellation: false,
  noiseSuppression: true,
  autoGainControl: true,
}

/** `worklet` is its address. @throws MicrophoneError from the returned function */
export function microphoneWith(worklet: string): OpenMicrophone {
  return async (listener) => {
    if (!('mediaDevices' in navigator) || !('AudioWorkletNode' in window))
      throw new MicrophoneError('unsupported')
    const stream = await navigator.mediaDevices
      .getUserMedia({ audio: constraints })
      .catch((error: unknown) => {
        throw new MicrophoneError(faultOf(error))
      })
    // At the microphone's own rate: Firefox refuses to connect different rates.
    const context = new AudioContext()
    try {
      await context.audioWorklet.addModule(worklet)
      await begin(context)
    } catch (error) {
      endTracks(stream)
      void context.close()
      throw error instanceof MicrophoneError ? error : new MicrophoneError('unsupported')
    }
    return listenTo(stream, context, listener)
  }
}

/**
 * In Firefox on a computer that has nothing to play sound by, a context never begins and never says so.
 * @throws MicrophoneError 'soundless'
 */
async function begin(context: AudioContext): Promise<void> {
  const tooLate = Symbol('too late')
  const outcome = await Promise.race([
    context.resume(),
    new Promise((resolve) => setTimeout(() => resolve(tooLate), longestBeginning)),
  ])
  if (outcome === tooLate) throw new MicrophoneError('soundless')
}

function listenTo(
  stream: MediaStream,
  context: AudioContext,
  { onChunk, onLevel, onLost }: Listener,
): Microphone {
  const recorder = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0 })
  const track = stream.getAudioTracks()[0]
  let hasEnded = () => {}
  const ended = new Promise<void>((resolve) => (hasEnded = resolve))
  recorder.port.onmessage = ({ data }: MessageEvent<RecorderMessage>) => {
    if (data.kind === 'level') onLevel(data.level)
    else if (data.kind === 'chunk') onChunk(new Uint8Array(data.sound))
    else hasEnded()
  }
  const unwatch = watchForLoss(track, context, onLost)
  context.createMediaStreamSource(stream).connect(recorder)
  return {
    name: track?.label ?? '',
    stop: async () => {
      unwatch()
      recorder.port.postMessage('end')
      // A context stopped by the system never answers; sound so far is kept.
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000))])
      endTracks(stream)
      await context.close()
    },
  }
}

function watchForLoss(
  track: MediaStreamTrack | undefined,
  context: AudioContext,
  onLost: () => void,
): () => void {
  const watching = new AbortController()
  const { signal } = watching
  const lose = () => {
    if (signal.aborted) return
    watching.abort()
    onLost()
  }
  track?.addEventListener('ended', lose, { signal })
  track?.addEventListener('mute', lose, { signal })
  context.addEventListener('statechange', () => void (context.state === 'running' || lose()), { signal })
  const deviceId = track?.getSettings().deviceId
  const look = async () => {
    const devices = await navigator.mediaDevices.enumerateDevices()
    if (deviceId && !devices.some((device) => device.deviceId === deviceId)) lose()
  }
  navigator.mediaDevices.addEventListener('devicechange', () => void look(), { signal })
  return () => watching.abort()
}

function endTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function faultOf(error: unknown): MicrophoneFault {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing'
}
