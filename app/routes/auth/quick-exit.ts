import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt } from '../../addresses'
import { signOut } from '../../access/admission'
import { quickExitAddress } from '../../access/quick-exit-address'

export function loader() {
  return redirect(publicAt.front, 303)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const response = await signOut({ request, context }, 'leftQuickly', quickExitAddress)
  // The next site must not learn which page was left.
  response.headers.set('Referrer-Policy', 'no-referrer')
  return response
}
