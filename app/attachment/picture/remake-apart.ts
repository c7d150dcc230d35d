import { runApart } from '../../apart/run-apart.ts'
import { WaitingLine } from '../../apart/waiting-line.ts'
import type { PictureShape, Remaking } from './remake-picture.ts'

const remaker = {
  program: 'app/attachment/picture/picture-process.ts',
  patienceInMs: 120_000,
  isNative: true,
} as const

// Each takes a process of up to 600 MB; whoever waits holds their file in memory meanwhile.
const line = new WaitingLine({ atOnce: 2, mostWaiting: 20 })

/** Makes a picture anew in a process that can be ended, when its turn has come. */
export async function remakeApart(bytes: Uint8Array, shape: PictureShape): Promise<Remaking> {
  if (line.isFull) return { refused: 'busy' }
  return (await line.take(() => runApart<Remaking>(remaker, { bytes, shape }))) ?? { refused: 'tooHeavy' }
}
