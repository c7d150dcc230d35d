import { LogitsProcessor, type Tensor } from '@huggingface/transformers'

/** Ends the decoder when nobody waits for its words any more. Whisper's `generate` loses stopping criteria (4.3.1). */
export class CalledOff extends LogitsProcessor {
  readonly #isCalledOff: () => boolean

  constructor(isCalledOff: () => boolean) {
    super()
    this.#isCalledOff = isCalledOff
  }

  override _call(_written: bigint[][], logits: Tensor): Tensor {
    if (this.#isCalledOff()) throw new Error('called off')
    return logits
  }
}
