// One byte of telephone sound to a sample, −1 to 1 (ITU-T G.711).

const MU_BIAS = 0x84

export const muLawSamples = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff
  const size = (((bits & 0x0f) << 3) + MU_BIAS) << ((bits >> 4) & 7)
  return ((bits & 0x80) === 0 ? size - MU_BIAS : MU_BIAS - size) / 32_768
})

export const aLawSamples = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = byte ^ 0x55
  const step = (bits >> 4) & 7
  const within = ((bits & 0x0f) << 4) + 8
  const size = step === 0 ? within : (within + 0x100) << (step - 1)
  return ((bits & 0x80) === 0 ? -size : size) / 32_768
})
