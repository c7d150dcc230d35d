import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonTx, StaffTx } from '../../db/connect'
import { languages, type Language } from '../i18n/languages'
import { closable } from './closed-on-device'

export const textSizes = ['normal', 'large', 'larger'] as const

const form = z.object({
  language: z.enum(languages),
  textSize: z.enum(textSizes),
  closed: z.array(z.enum(closable)),
})

export type SettingsChoice = z.infer<typeof form>

/** Null when something other than the choices was posted. */
export function settingsIn(posted: FormData): SettingsChoice | null {
  const chosen = { ...Object.fromEntries(posted), closed: posted.getAll('closed') }
  return form.safeParse(chosen).data ?? null
}

type Look = Pick<SettingsChoice, 'language'> & { textSize: string }

export async function changeSettings(tx: PersonTx, { language, textSize }: Look): Promise<void> {
  await sql`select person_change_settings(${language}, ${textSize})`.execute(tx)
}

export async function changeStaffLanguage(tx: StaffTx, language: Language): Promise<void> {
  await sql`select staff_change_language(${language})`.execute(tx)
}

/** Latest first, the current one included. */
export function listSignIns(tx: PersonTx) {
  return tx
    .selectFrom('person_sign_in')
    .select(['event_id as id', 'at', 'device'])
    .orderBy('at', 'desc')
    .limit(10)
    .execute()
}

export type SignIn = Awaited<ReturnType<typeof listSignIns>>[number]
