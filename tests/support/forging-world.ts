import { startForgingProvider, type ForgingProvider } from './forging-provider.ts'
import { clientKeys, signInWorld, type SignInWorld } from './sign-in-world.ts'

export type ForgingWorld = SignInWorld & { provider: ForgingProvider }

/** Sign-in of persons and staff through one provider, which can be told to forge. */
export async function forgingWorld(): Promise<ForgingWorld> {
  const keys = await clientKeys()
  const provider = await startForgingProvider({ id: 'portal', publicKey: keys.publicKey })
  const settings = {
    issuer: provider.issuer,
    clientId: 'portal',
    clientKey: keys.setting,
    broker: 'oidc-sweden' as const,
  }
  const world = await signInWorld({ person: settings, staff: settings })
  return {
    ...world,
    provider,
    close: async () => {
      await Promise.all([world.close(), provider.close()])
    },
  }
}
