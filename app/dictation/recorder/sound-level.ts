/** Loudness of a stretch of sound, in dBFS: 0 is as loud as can be, −Infinity is digital zero. */
export type Level = { peak: number; rms: number; seconds: number }

export function levelOf(sound: Float32Array, rate: number): Level {
  let [peak, squares] = [0, 0]
  for (const sample of sound) {
    peak = Math.max(peak, Math.abs(sample))
    squares += sample * sample
  }
  const rms = sound.length === 0 ? 0 : Math.sqrt(squares / sound.length)
  return { peak: decibels(peak), rms: decibels(rms), seconds: sound.length / rate }
}

const decibels = (amplitude: number) => 20 * Math.log10(amplitude)

// A live microphone is never digital zero, and a room with somebody speaking in it is louder than −50 dBFS: of
// 13,580 takes 0.43 % were lost to microphones that were dead without anybody being told.
const zeroSeconds = 1
const quietSeconds = 3
const quietBelow = -50

/** Follows levels and says whether the microphone seems dead. */
export function createSilenceWatch(): (level: Level) => boolean {
  let [zero, quiet] = [0, 0]
  return ({ peak, rms, seconds }) => {
    zero = peak === -Infinity ? zero + seconds : 0
    quiet = rms < quietBelow ? quiet + seconds : 0
    return zero >= zeroSeconds || quiet >= quietSeconds
  }
}

/** How the level is said: nothing heard, weak, good, or so loud that it is cut off. */
export type LevelWord = 'silent' | 'weak' | 'good' | 'loud'

export function levelWord({ peak, rms }: Level): LevelWord {
  if (peak > -1) return 'loud'
  if (rms < quietBelow) return 'silent'
  return rms < -38 ? 'weak' : 'good'
}
