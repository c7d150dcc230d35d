/** What a judge says instead of yes: the name of the rule that was broken, never a value of what it read. */
export class Refusal extends Error {
  readonly rule: string
  constructor(rule: string) {
    super(`refused: ${rule}`)
    this.name = 'Refusal'
    this.rule = rule
  }
}

export function refuse(rule: string): never {
  throw new Refusal(rule)
}

/** Lets a rule that several proofs share say in which of them it was broken: `ocsp-der`. */
export function refusingIn<Result>(part: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${part}-${error.rule}`) : error
  }
}
