import { doors, type SignInKind } from '../oidc/sign-in-kind.ts'

// Whole known paths, so that no other host and no query gets through (CWE-601).
const known: Record<SignInKind, RegExp> = {
  person: /^\/(?:hem|arenden|enkater|kontakta-mig|insyn|installningar)(?:\/[A-Za-z0-9-]+)*$/,
  staff: /^\/handlaggare(?:\/(?!logga-in$)[A-Za-z0-9-]+)*$/,
}

export function returnPath(kind: SignInKind, asked: unknown): string {
  return typeof asked === 'string' && asked.length <= 200 && known[kind].test(asked)
    ? asked
    : doors[kind].home
}

export function signInPath(kind: SignInKind, returnTo: string): string {
  const { signIn, home } = doors[kind]
  return returnTo === home ? signIn : `${signIn}?till=${encodeURIComponent(returnTo)}`
}
