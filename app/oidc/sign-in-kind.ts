import { personAt, publicAt, staffAt } from '../addresses'

/** Who signs in. Persons and staff have their own broker client, cookie, limits and pages. */
export type SignInKind = 'person' | 'staff'

/** Where each kind begins, and where it lands when nothing else was asked for. */
export const doors: Record<SignInKind, { signIn: string; home: string }> = {
  person: { signIn: publicAt.signIn, home: personAt.home },
  staff: { signIn: staffAt.signIn, home: staffAt.today },
}
