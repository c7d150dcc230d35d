import { Refusal } from '../../../app/signing/verifier/refusal.ts'

export type Judged<Mutant> = {
  /** Those that no rule refused: accepted, or stumbled over. */
  let: Mutant[]
  /** How many each rule refused. */
  rules: Map<string, number>
}

/** Has so many mutants judged. */
export function judgeMutants<Mutant>(
  count: number,
  mutant: () => Mutant,
  judge: (mutant: Mutant) => unknown,
): Judged<Mutant> {
  const judged: Judged<Mutant> = { let: [], rules: new Map() }
  for (let index = 0; index < count; index++) {
    const one = mutant()
    const rule = ruleOf(() => judge(one))
    if (rule === undefined) judged.let.push(one)
    else judged.rules.set(rule, (judged.rules.get(rule) ?? 0) + 1)
  }
  return judged
}

/** The rule by which it was refused; undefined when it was not, whatever else went wrong. */
export function ruleOf(judge: () => unknown): string | undefined {
  try {
    judge()
  } catch (error) {
    return error instanceof Refusal ? error.rule : undefined
  }
  return undefined
}
