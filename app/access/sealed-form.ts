import { z } from 'zod'
import type { DataKeys } from '../person/data-keys'
import { seal, unseal } from '../person/sealed'

const sealedForm = z.object({
  holder: z.string(),
  action: z.string(),
  kept: z.array(z.tuple([z.string(), z.string()])),
})

/** What somebody had typed, and in whose form. */
export type SealedForm = z.infer<typeof sealedForm>

/** Travels in a page that another may look at, since nothing of it may be kept here: only its writer gets it back. */
export function sealForm(form: SealedForm, keys: DataKeys): string {
  return seal(Buffer.from(JSON.stringify(form)), keys).toString('base64url')
}

/** Null for anything that was not sealed here. */
export function openForm(sealed: string, keys: DataKeys): SealedForm | null {
  try {
    const plain: unknown = JSON.parse(unseal(Buffer.from(sealed, 'base64url'), keys).toString())
    return sealedForm.safeParse(plain).data ?? null
  } catch {
    return null
  }
}
