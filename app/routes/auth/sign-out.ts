import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt } from '../../addresses'
import { postedForm } from '../../access/posted-form'
import { signOut } from '../../access/admission'
import { ifPerson } from '../../access/guard'

export const handle = { script: false, title: 'access:title' }

export function loader() {
  return redirect(publicAt.front, 303)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  // Leaving this browser is open to anybody in front of it; ending somebody's other sessions is theirs alone.
  const isEverywhere =
    form.get('from') === 'everywhere' &&
    (await ifPerson({ request, context, form }, () => Promise.resolve(true))) !== null
  const how = isEverywhere ? 'signedOutEverywhere' : 'signedOut'
  return signOut({ request, context }, how, publicAt.signedOut)
}

// Without a page, errors thrown here would be answered as JSON.
export default function SignOutRoute() {
  return null
}
