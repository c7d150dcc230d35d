import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { setCookie } from '../../access/cookies'
import { ifPerson } from '../../access/guard'
import { notFound } from '../../access/problem'
import { returnPath } from '../../access/return-path'
import { isLanguage } from '../../i18n/languages'
import { changeSettings } from '../../person/settings'

const publicPages = ['/', '/logga-in', '/tillganglighet', '/handlaggare/logga-in']

/** The address is for the form alone. */
export function loader(): never {
  throw notFound()
}

/** Changes language: for this browser, and for the person too when somebody is signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = form.get('language')
  const back = pathBack(form.get('returnTo'))
  if (!isLanguage(language)) return redirect(back, 303)
  await ifPerson({ request, context }, (tx, { textSize }) => changeSettings(tx, { language, textSize }))
  const cookie = setCookie('language', language, context.origin, 365 * 24 * 60 * 60)
  return redirect(back, { status: 303, headers: { 'Set-Cookie': cookie } })
}

/** Only to a page of ours. */
function pathBack(asked: FormDataEntryValue | null): string {
  if (typeof asked === 'string' && publicPages.includes(asked)) return asked
  const isStaff = typeof asked === 'string' && asked.startsWith('/handlaggare')
  return returnPath(isStaff ? 'staff' : 'person', asked)
}
