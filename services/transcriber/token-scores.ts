import { LogitsProcessor, type Tensor } from '@huggingface/transformers'

/** The library does not report these. They are the model's own, before the timestamp rules. */
export class TokenScores extends LogitsProcessor {
  readonly #logprobs: number[] = []
  #last: Float32Array | null = null

  override _call(written: bigint[][], logits: Tensor): Tensor {
    this.#settle(written[0]!.at(-1)!)
    // Later rules overwrite this memory.
    this.#last = (logits as unknown as Tensor[])[0]!.data.slice() as Float32Array
    return logits
  }

  of(sequence: readonly bigint[]): number[] {
    this.#settle(sequence.at(-1)!)
    this.#last = null
    return this.#logprobs
  }

  #settle(chosen: bigint): void {
    if (!this.#last) return
    const highest = this.#last.reduce((a, b) => Math.max(a, b))
    const sum = this.#last.reduce((total, logit) => total + Math.exp(logit - highest), 0)
    this.#logprobs.push(this.#last[Number(chosen)]! - highest - Math.log(sum))
  }
}
