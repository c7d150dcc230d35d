import { stepsInTurns } from './give-way.ts'
import { plainFormSteps, type PlainForm } from './plain-form.ts'

/** The plain form of a text that may be long. */
export const longPlainForm = (written: string): Promise<PlainForm> => stepsInTurns(plainFormSteps(written))
