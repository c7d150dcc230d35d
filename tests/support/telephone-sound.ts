// Samples from −1 to 1 as the telephone codes them: ITU-T G.711.

export function muLawOf(sample: number): number {
  const size = Math.min(32_635, Math.abs(Math.round(sample * 32_768))) + 132
  const step = Math.floor(Math.log2(size)) - 7
  return ~((sample < 0 ? 0x80 : 0) | (step << 4) | ((size >> (step + 3)) & 0x0f)) & 0xff
}

export function aLawOf(sample: number): number {
  const size = Math.min(32_767, Math.abs(Math.round(sample * 32_768)))
  const step = size < 256 ? 0 : Math.floor(Math.log2(size)) - 7
  const within = (size >> (step === 0 ? 4 : step + 3)) & 0x0f
  return ((sample < 0 ? 0 : 0x80) | (step << 4) | within) ^ 0x55
}
