import { personAt, publicAt, staffAt } from '../addresses'

export type SignInKind = 'person' | 'staff'

export const doors: Record<SignInKind, { signIn: string; home: string }> = {
  person: { signIn: publicAt.signIn, home: personAt.home },
  staff: { signIn: staffAt.signIn, home: staffAt.today },
}
