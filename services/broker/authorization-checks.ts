import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { isMet, parseClaimsRequest } from './claims-request.ts'
import { LEVEL, PARAMETER, SCOPE } from './oidc-sweden.ts'
import { readJsonMember } from './request-object.ts'
import { parseSignOrder } from './sign-order.ts'
import { parseUserMessage, USER_MESSAGE_MIME_TYPES } from './user-message.ts'

/** A level this e-ID cannot give is refused before any page is shown. */
export function checkClaims(_ctx: KoaContextWithOIDC, claims: unknown): void {
  const request = parseClaimsRequest(claims)
  if (!request) throw new errors.InvalidRequest('claims does not have the shape of OpenID Connect Core 5.5')
  if (!isMet(request.id_token['acr'], LEVEL.loa3)) {
    throw new errors.UnmetAuthenticationRequirements(`only ${LEVEL.loa3} can be reached`)
  }
}

/** Stored as JSON text, because the provider keeps only strings. */
export function checkUserMessage(ctx: KoaContextWithOIDC, value: string | undefined): void {
  if (value === undefined || !ctx.oidc.params) return
  const message = readJsonMember(ctx, PARAMETER.userMessage)
  if (!parseUserMessage(message)) {
    const types = USER_MESSAGE_MIME_TYPES.join(', ')
    throw new errors.InvalidRequest(`userMessage must hold base64 of UTF-8 in messages of type ${types}`)
  }
  ctx.oidc.params[PARAMETER.userMessage] = JSON.stringify(message)
}

export function checkAuthnProvider(offered: string) {
  return (_ctx: KoaContextWithOIDC, value: string | undefined): void => {
    if (value !== undefined && value !== offered) {
      throw new errors.UnmetAuthenticationRequirements(`the only authnProvider is ${offered}`)
    }
  }
}

/** Signature Extension 1.1, 3 and 5: each of these is `invalid_request`. Stored as JSON text, as above. */
export function checkSignRequest(ctx: KoaContextWithOIDC, value: string | undefined): void {
  const { prompts, requestParamScopes, params } = ctx.oidc
  if (!requestParamScopes.has(SCOPE.sign)) {
    if (value !== undefined) throw new errors.InvalidRequest('signRequest needs the scope for signatures')
    if (prompts.has('consent')) throw new errors.InvalidRequest('consent is asked for signatures alone')
    return
  }
  if (!prompts.has('login') || !prompts.has('consent')) {
    throw new errors.InvalidRequest('a signature needs prompt=login consent')
  }
  const request = readJsonMember(ctx, PARAMETER.signRequest)
  const order = parseSignOrder(request)
  if ('fault' in order) throw new errors.InvalidRequest(order.fault)
  if (params) params[PARAMETER.signRequest] = JSON.stringify(request)
}

/** An answer counts only for its own request, whatever `prompt` says. The e-ID app replaces consent. */
export function alwaysIdentify(signs: boolean): interactionPolicy.Prompt[] {
  const { Check, Prompt } = interactionPolicy
  const fresh = new Check(
    'fresh',
    'identification is required',
    'login_required',
    ({ oidc }) => !oidc.result?.login,
  )
  const login = new Prompt({ name: 'login', requestable: true }, fresh)
  return signs ? [login, new Prompt({ name: 'consent', requestable: true })] : [login]
}
