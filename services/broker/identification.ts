import type Provider from 'oidc-provider'
import { errors, type Interaction } from 'oidc-provider'
import { decideAnswer, readForm, type IdentifyForm, type People, type Problem } from './answer.ts'
import type { TestBankId } from './bankid/bankid.ts'
import { toResult } from './identification-result.ts'
import { stockholmDate } from './id-number.ts'
import { renderIdentifyPage } from './identify-page.ts'
import { readForm as readFields } from './large-request.ts'
import { PARAMETER } from './oidc-sweden.ts'
import { renderNotice } from './page.ts'
import type { ClientRegistration } from './registration.ts'
import { sendPage, type Context } from './responses.ts'
import type { Identity, SignIns } from './sign-in.ts'
import { createSigner } from './signature.ts'
import { receiveSigning, showSigner, signOrderOf } from './signing.ts'
import { chooseLanguage } from './texts.ts'
import { chooseText, parseUserMessage } from './user-message.ts'

type Parts = {
  provider: Provider
  client: ClientRegistration
  people: People
  signIns: SignIns
  subjectOf: (identity: Identity) => string
  bankId: TestBankId | undefined
}

const PATH = '/identifiering/'
const FORM_LIMIT_BYTES = 4096

export function identificationPath(uid: string): string {
  return PATH + uid
}

export function identification(parts: Parts) {
  const signer = parts.bankId && createSigner(parts.bankId, parts.signIns)
  return async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    if (!ctx.path.startsWith(PATH) || !['GET', 'POST'].includes(ctx.method)) {
      await next()
      return
    }
    const interaction = await findInteraction(parts.provider, ctx)
    const order = interaction && signOrderOf(interaction)
    if (!interaction) sendPage(ctx, 410, renderNotice('sv', 'over'))
    else if (order && signer) await signingStep({ ...parts, signer }, { ctx, interaction, order })
    else if (ctx.method === 'GET') showForm(parts, ctx, interaction, readForm(new URLSearchParams()))
    else await receiveForm(parts, ctx, interaction)
  }
}

/** Undefined when this browser's request is finished or too old. */
async function findInteraction(provider: Provider, ctx: Context): Promise<Interaction | undefined> {
  try {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res)
    return ctx.path === identificationPath(interaction.uid) ? interaction : undefined
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}

async function signingStep(
  parts: Parameters<typeof receiveSigning>[0],
  step: Parameters<typeof receiveSigning>[1],
): Promise<void> {
  if (step.ctx.method === 'GET') return showSigner(parts, step)
  const fields = await fieldsOf(step.ctx, step.interaction)
  if (fields) await receiveSigning(parts, step, fields)
}

async function fieldsOf(ctx: Context, { params }: Interaction): Promise<URLSearchParams | undefined> {
  const fields = await readFields(ctx.req, FORM_LIMIT_BYTES)
  if (!fields) sendPage(ctx, 413, renderNotice(chooseLanguage(params['ui_locales']), 'refused'))
  return fields
}

async function receiveForm(parts: Parts, ctx: Context, interaction: Interaction): Promise<void> {
  const fields = await fieldsOf(ctx, interaction)
  if (!fields) return

  const form = readForm(fields)
  const answer = decideAnswer(form, parts.people, stockholmDate(new Date()))
  if (answer.kind === 'invalid') {
    showForm(parts, ctx, interaction, form, answer.problem)
    return
  }

  const result = toResult(parts, answer, interaction, ctx.ip)
  const returnTo = await parts.provider.interactionResult(ctx.req, ctx.res, result, {
    mergeWithLastSubmission: false,
  })
  ctx.status = 303
  ctx.redirect(returnTo)
}

function showForm(
  { client, people }: Parts,
  ctx: Context,
  { params }: Interaction,
  form: IdentifyForm,
  problem?: Problem,
): void {
  const language = chooseLanguage(params['ui_locales'])
  const sent = params[PARAMETER.userMessage]
  const message = typeof sent === 'string' ? parseUserMessage(JSON.parse(sent)) : undefined
  const page = renderIdentifyPage({
    language,
    clientName: language.startsWith('sv') ? client.clientName.sv : client.clientName.en,
    message: message && chooseText(message, language),
    people,
    form,
    ...(problem && { problem }),
  })
  sendPage(ctx, problem ? 422 : 200, page)
}
