/** Who signs in. Persons and staff have their own broker client, cookie, limits and pages. */
export type SignInKind = 'person' | 'staff'

/** Where each kind begins, and where it lands when nothing else was asked for. */
export const doors: Record<SignInKind, { signIn: string; home: string }> = {
  person: { signIn: '/logga-in', home: '/hem' },
  staff: { signIn: '/handlaggare/logga-in', home: '/handlaggare' },
}
