import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { postedForm } from '../../access/posted-form'
import { Caseworkers } from '../../case/caseworkers'
import { discardDraft } from '../../draft/discard-draft'
import { beginForm, keepForm } from '../../draft/form-draft'
import { useLanguage } from '../../i18n/language-context'
import { findAnswerDay } from '../../message/answer-day'
import { ContactForm } from '../../message/contact-form'
import { contactIn, type PostedContact } from '../../message/contact-in'
import { askForContact, listContactCases } from '../../message/contact-request'
import { ContactWaits } from '../../message/contact-waits'
import { ContactSent } from '../../message/contact-sent'
import { isChild } from '../../person/is-child'
import { notTaken } from '../../page/problem'
import { HelpInShort } from '../../ui/help-lines'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'message:contact.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone, emergency }) => {
    const cases = await listContactCases(tx)
    const sentIn = new URL(request.url).searchParams.get('skickat')
    const asked = cases.find(({ id, threadId }) => id === sentIn && threadId !== null) ?? null
    const [first] = cases
    const begun = first ? await beginForm(tx, draftOf(first.id)) : null
    return { cases, asked, municipalityPhone, emergency, begun }
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const posted = contactIn(form)
    const { caseId, text, formKey } = posted
    if (posted.fault) {
      const [first] = await listContactCases(tx)
      const begun = first && (await beginForm(tx, draftOf(first.id)))
      if (begun) await keepForm(tx, draftOf(begun.caseId), { id: formKey, text })
      return data(posted, 400)
    }
    const answerBy = await findAnswerDay(tx)
    const asked = await askForContact(tx, { caseId, text: text || null, formKey, answerBy })
    if (!asked) throw notTaken(text)
    // What went with this key was something else: these words get one of their own.
    if (asked === 'otherWords')
      return data({ ...posted, formKey: randomUUID(), fault: { fault: asked } } satisfies PostedContact, 409)
    await discardDraft(tx, formKey)
    return redirect(personAt.askedForContact(caseId), 303)
  })
}

/** Whichever case is chosen then: what is written is the same. */
const draftOf = (caseId: string) => ({ kind: 'contactRequest' as const, caseId })

export default function ContactMeRoute() {
  const { cases, asked, municipalityPhone, emergency, begun } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const waiting = asked ? [] : cases.filter(({ waits }) => waits)
  // What was refused, or begun, stands in its form, whatever waits.
  const open = (posted ?? begun?.savedAt) ? cases : cases.filter(({ waits }) => !waits)
  return (
    <>
      <BackLink href={personAt.home}>{t('case:home.title')}</BackLink>
      <PageHeading
        title={t('message:contact.title')}
        lead={asked || open.length === 0 ? undefined : t('message:contact.lead')}
      />
      {asked ? <ContactSent asked={asked} municipalityPhone={municipalityPhone} /> : null}
      {!asked && cases.length === 0 ? (
        <EmptyState heading={t('case:home.none.heading')}>
          {t('case:home.none.text', { phone: municipalityPhone })}
        </EmptyState>
      ) : null}
      {waiting.map((each) => (
        <ContactWaits key={each.id} waiting={each} isOnly={cases.length === 1} />
      ))}
      {waiting.length > 0 && open.length === 0 ? (
        <Caseworkers {...waiting[0]!} municipalityPhone={municipalityPhone} />
      ) : null}
      {!asked && begun && open.length > 0 ? (
        <>
          <div>
            <p>{t('message:contact.urgent')}</p>
            <HelpInShort emergency={emergency} isForYoung={cases.some(({ audience }) => isChild(audience))} />
          </div>
          <ContactForm
            cases={open}
            draft={{
              of: draftOf(begun.caseId),
              id: posted?.formKey ?? begun.id,
              savedAt: posted ? null : begun.savedAt,
            }}
            text={posted?.text ?? begun.text}
            posted={posted}
          />
        </>
      ) : null}
    </>
  )
}
