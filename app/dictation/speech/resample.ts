/** Zero crossings per side: about 60 dB damping at one twelfth above the kept band. */
const CROSSINGS = 24
/** Share of the narrower band that is kept, against aliasing. */
const KEPT = 0.92

export function resample(
  pcm: Float32Array<ArrayBuffer>,
  from: number,
  to: number,
): Float32Array<ArrayBuffer> {
  if (from === to) return pcm
  const divisor = greatestCommonDivisor(from, to)
  const [step, phases] = [from / divisor, to / divisor]
  const cutoff = KEPT * Math.min(1, to / from)
  const reach = Math.ceil(CROSSINGS / cutoff)
  const kernels = new Map<number, Float32Array>()

  const resampled = new Float32Array(Math.max(1, Math.floor((pcm.length * to) / from)))
  for (let i = 0; i < resampled.length; i++) {
    const position = i * step
    const [centre, phase] = [Math.floor(position / phases), position % phases]
    let kernel = kernels.get(phase)
    if (!kernel) kernels.set(phase, (kernel = sincKernel(phase / phases, cutoff, reach)))
    resampled[i] = filtered(pcm, centre - reach + 1, kernel)
  }
  return resampled
}

function sincKernel(fraction: number, cutoff: number, reach: number): Float32Array {
  const kernel = Float32Array.from({ length: 2 * reach }, (_, i) => {
    const distance = i - reach + 1 - fraction
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach)
    const x = Math.PI * distance * cutoff
    return Math.abs(distance) >= reach ? 0 : window * cutoff * (x === 0 ? 1 : Math.sin(x) / x)
  })
  const sum = kernel.reduce((total, weight) => total + weight, 0)
  return kernel.map((weight) => weight / sum)
}

function filtered(pcm: Float32Array, first: number, kernel: Float32Array): number {
  const [from, end] = [Math.max(0, -first), Math.min(kernel.length, pcm.length - first)]
  let sum = 0
  for (let i = from; i < end; i++) sum += pcm[first + i]! * kernel[i]!
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
