import { limitProcess } from '../../apart/limit-process.ts'
import { remakePicture } from './remake-picture.ts'

// Its own process, because the file comes from outside: what it makes the library do can be ended.
limitProcess({ bytes: 600_000_000, seconds: 30 })

process.once('message', (bytes: Uint8Array) => void answer(bytes))

async function answer(bytes: Uint8Array): Promise<void> {
  process.send!(await remakePicture(bytes), () => process.exit(0))
}
