import { refusalOf, type Refusal } from './sign-in-refused.ts'

/** `detail` names the rule that was broken, for the log: never a value of what came. */
export type SignatureRefusal = { refused: Refusal['refused'] | 'otherSigner'; detail: string }

export class SignatureRefused extends Error {
  readonly refusal: SignatureRefusal
  constructor(refused: SignatureRefusal['refused'], detail: string) {
    super(`signature refused: ${detail}`)
    this.name = 'SignatureRefused'
    this.refusal = { refused, detail }
  }
}

// Signature Extension 1.1, 5.1: so a broker says that it was not the person who was asked for.
const unmet = 'authorization unmet_authentication_requirements'

/** Undefined when the fault is ours. */
export function signatureRefusalOf(error: unknown): SignatureRefusal | undefined {
  if (error instanceof SignatureRefused) return error.refusal
  const known = refusalOf(error)
  return known?.detail === unmet ? { ...known, refused: 'otherSigner' } : known
}
