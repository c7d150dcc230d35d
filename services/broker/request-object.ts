import type { KoaContextWithOIDC } from 'oidc-provider'

type Members = Record<string, unknown>

/**
 * Keeps the members of a request object for the rest of the request. oidc-provider passes parameters on as strings, and
 * a member that is a JSON object becomes "[object Object]".
 *
 * Called before the signature is checked; `readJsonMember` is called only afterwards.
 */
export function keepRequestObject(ctx: KoaContextWithOIDC, members: Members): void {
  requestState(ctx).requestObject = members
}

/**
 * A JSON-valued member of the verified request object, whether it was sent as an object or as JSON text.
 *
 * @returns undefined when the member is absent or is not JSON
 */
export function readJsonMember(ctx: KoaContextWithOIDC, name: string): unknown {
  const value = requestState(ctx).requestObject?.[name]
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function requestState(ctx: KoaContextWithOIDC): { requestObject?: Members } {
  return ctx.state
}
