import type { KoaContextWithOIDC } from 'oidc-provider'

type Members = Record<string, unknown>

/** Kept before the signature is checked: oidc-provider turns objects into "[object Object]". */
export function keepRequestObject(ctx: KoaContextWithOIDC, members: Members): void {
  requestState(ctx).requestObject = members
}

/** Only call once the signature is checked. Undefined when missing or not JSON. */
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
