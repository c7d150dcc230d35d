import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { publicAt } from '../../addresses'
import { signOut } from '../../access/admission'
import { quickExitAddress } from '../../access/quick-exit-address'

export function loader() {
  return redirect(publicAt.front, 303)
}

/** Away at once: the session ends on the server, and the browser goes to a page that says nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const response = await signOut({ request, context }, 'leftQuickly', quickExitAddress)
  // The page that was left is not named to the one that follows.
  response.headers.set('Referrer-Policy', 'no-referrer')
  return response
}
