import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt, staffAt } from '../../addresses'
import { setCookie } from '../../access/cookies'
import { ifPerson, ifStaff } from '../../access/guard'
import { postedForm } from '../../access/posted-form'
import { samePagePath } from '../../access/same-page-path'
import { holderField } from '../../ui/form/holder'
import { isLanguage, type Language } from '../../i18n/languages'
import { changeSettings, changeStaffLanguage } from '../../person/settings'

export const handle = { script: false, title: 'public:front.title' }

export function loader() {
  return redirect(publicAt.front, 303)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const language = form.get('language')
  const back = samePagePath(form.get('returnTo'))
  if (!isLanguage(language)) return redirect(back, 303)
  // Without it, the page was drawn before anybody signed in: the choice is this browser's.
  if (form.has(holderField)) await keepChoice({ request, context, form }, language, back)
  const cookie = setCookie('language', language, context.origin, 365 * 24 * 60 * 60)
  return redirect(back, { status: 303, headers: { 'Set-Cookie': cookie } })
}

type Posted = Pick<ActionFunctionArgs, 'request' | 'context'> & { form: FormData }

/** The pages of staff and of persons may be open in one browser: the page it was chosen on tells whose it is. */
async function keepChoice(posted: Posted, language: Language, page: string): Promise<void> {
  if (page.startsWith(staffAt.today)) await ifStaff(posted, (tx) => changeStaffLanguage(tx, language))
  else await ifPerson(posted, (tx, { textSize }) => changeSettings(tx, { language, textSize }))
}

// Without a page, errors thrown here would be answered as JSON.
export default function LanguageRoute() {
  return null
}
