import { decodeWav } from '../../app/dictation/speech/wav.ts'
import { numbersIn } from './spoken-numbers.ts'

/** What a counting engine writes: the numbers of the sentences it hears. */
export function counting({ bytes }: { bytes: Buffer }) {
  const text = numbersIn(decodeWav(bytes))
    .map((number) => `Mening ${number}.`)
    .join(' ')
  return { text, language: 'swedish', segments: [], words: [], x_model: { id: 'fake', revision: '1' } }
}
