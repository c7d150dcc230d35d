import { randomBytes } from 'node:crypto'
import type Provider from 'oidc-provider'
import type { Interaction, InteractionResults } from 'oidc-provider'
import {
  findIdentity,
  readForm,
  somebodyElse,
  type IdentifyForm,
  type People,
  type Problem,
} from './answer.ts'
import { numberClaims } from './claims.ts'
import { isMet } from './claims-request.ts'
import { requestedClaims } from './identification-result.ts'
import { stockholmDate } from './id-number.ts'
import { PARAMETER } from './oidc-sweden.ts'
import { sendPage, type Context } from './responses.ts'
import type { Identity } from './sign-in.ts'
import type { Signer } from './signature.ts'
import { readFault, type SignFault } from './sign-fault.ts'
import { parseSignOrder, textOf, type SignOrder } from './sign-order.ts'
import { renderSignerPage, renderTextPage } from './sign-page.ts'
import { chooseLanguage } from './texts.ts'
import type { ClientRegistration } from './registration.ts'

type Parts = { provider: Provider; client: ClientRegistration; people: People; signer: Signer }
type Step = { ctx: Context; interaction: Interaction; order: SignOrder }

/** Undefined for an identification. */
export function signOrderOf({ params }: Interaction): SignOrder | undefined {
  const sent = params[PARAMETER.signRequest]
  const order = typeof sent === 'string' ? parseSignOrder(JSON.parse(sent)) : undefined
  return order && !('fault' in order) ? order : undefined
}

export function showSigner(
  parts: Parts,
  step: Step,
  form = readForm(new URLSearchParams()),
  problem?: Problem,
) {
  const view = { ...viewOf(parts, step), people: parts.people, form, ...(problem && { problem }) }
  sendPage(step.ctx, problem ? 422 : 200, renderSignerPage(view))
}

/** The text is shown to nobody but the signer who was asked for (Signature Extension 1.1, 5.1). */
export async function receiveSigning(parts: Parts, step: Step, fields: URLSearchParams): Promise<void> {
  const fault = readFault(fields)
  if (fault === 'cancel' || fault === 'expired') {
    const reason = fault === 'cancel' ? 'cancelled' : 'timed out'
    return finish(parts, step, { error: 'access_denied', error_description: `the signature was ${reason}` })
  }
  const form = readForm(fields)
  const identity = findIdentity(form, parts.people, stockholmDate(new Date()))
  if ('field' in identity) return showSigner(parts, step, form, identity)
  if (!isAskedFor(identity, step.interaction)) {
    return finish(parts, step, {
      error: 'unmet_authentication_requirements',
      error_description: 'somebody else was asked to sign',
    })
  }
  if (fields.get('action') !== 'sign') return showText(parts, step, form, identity)
  await sign(parts, step, identity, fault)
}

function showText(parts: Parts, step: Step, form: IdentifyForm, identity: Identity): void {
  const view = viewOf(parts, step)
  const text = textOf(step.order, view.language)
  sendPage(step.ctx, 200, renderTextPage({ ...view, text, form, identity }))
}

async function sign(parts: Parts, step: Step, identity: Identity, fault: SignFault): Promise<void> {
  const { ctx, interaction, order } = step
  const signs = fault === 'someoneElse' ? somebodyElse(identity, parts.people.choices) : identity
  const text = textOf(order, chooseLanguage(interaction.params['ui_locales']))
  const { accountId, level, at } = parts.signer.sign({
    identity: signs,
    order,
    text,
    fault,
    deviceIp: ctx.ip,
  })
  if (fault === 'otherNonce') await replaceNonce(interaction)
  await finish(parts, step, {
    login: { accountId, acr: level, remember: false, ts: Math.floor(at.getTime() / 1000) },
    consent: {},
  })
}

async function replaceNonce(interaction: Interaction): Promise<void> {
  interaction.params['nonce'] = randomBytes(16).toString('base64url')
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
}

async function finish({ provider }: Parts, { ctx }: Step, result: InteractionResults): Promise<void> {
  const options = { mergeWithLastSubmission: false }
  const returnTo = await provider.interactionResult(ctx.req, ctx.res, result, options)
  ctx.status = 303
  ctx.redirect(returnTo)
}

function isAskedFor(identity: Identity, { params }: Interaction): boolean {
  const { id_token: asked } = requestedClaims(params['claims'])
  const given: Record<string, unknown> = numberClaims(identity)
  return Object.entries(asked).every(([claim, demand]) => !isNumber(claim) || isMet(demand, given[claim]))
}

function isNumber(claim: string): boolean {
  return claim.endsWith('/personalIdentityNumber') || claim.endsWith('/coordinationNumber')
}

function viewOf({ client }: Parts, { interaction }: Step) {
  const language = chooseLanguage(interaction.params['ui_locales'])
  return { language, clientName: language.startsWith('sv') ? client.clientName.sv : client.clientName.en }
}
