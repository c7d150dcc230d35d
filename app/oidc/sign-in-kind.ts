import { personAt, publicAt, staffAt } from '../addresses'

export type SignInKind = 'person' | 'staff'

export const doors: Record<SignInKind, { signIn: string; home: string }> = {
  person: { signIn: publicAt.signIn, home: personAt.home },
  staff: { signIn: staffAt.signIn, home: staffAt.today },
}

/** A state begins with its kind, so that even a late return finds the way back. */
export function kindOfState(state: string | null | undefined): SignInKind {
  return state?.startsWith('staff.') ? 'staff' : 'person'
}
