import { limitProcess } from '../../apart/limit-process.ts'
import { remakePicture, type PictureShape } from './remake-picture.ts'

// Its own process, because the file comes from outside: what it makes the library do can be ended.
limitProcess({ bytes: 600_000_000, seconds: 30 })

process.once('message', (asked: Asked) => void answer(asked))

type Asked = { bytes: Uint8Array; shape: PictureShape }

async function answer({ bytes, shape }: Asked): Promise<void> {
  process.send!(await remakePicture(bytes, shape), () => process.exit(0))
}
