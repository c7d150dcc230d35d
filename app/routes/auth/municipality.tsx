import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { postedForm } from '../../access/posted-form'
import { admit } from '../../access/admission'
import { readCookie } from '../../access/cookies'
import { asService } from '../../access/guard'
import { chooseOffer, listOffers } from '../../access/known-people'
import { outcomeOf } from '../../access/sign-in-outcome'
import { SignInOutcomePage } from '../../access/sign-in-outcome-page'
import { doors } from '../../oidc/sign-in-kind'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'access:title' }

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const browser = browserOf(request, context.origin)
  const offers = browser ? await asService(context, (tx) => listOffers(tx, browser)) : []
  return { offers }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const browser = browserOf(request, context.origin)
  const form = await postedForm(request)
  const kind = form.get('kind') === 'staff' ? 'staff' : 'person'
  const lost = { outcome: 'lost', kind, returnTo: doors[kind].home } as const
  const wish = z.uuid().safeParse(form.get('kommun'))
  if (!browser || !wish.success) return outcomeOf(context, lost)
  const municipalityId = wish.data
  return asService(context, async (tx) => {
    const chosen = await chooseOffer(tx, browser, municipalityId)
    if (!chosen) return outcomeOf(context, lost)
    return admit({ request, context }, tx, { ...chosen, municipalityId })
  })
}

function browserOf(request: Request, origin: string): string | undefined {
  return readCookie(request.headers.get('Cookie'), 'signIn', origin)
}

export default function MunicipalityRoute() {
  const { offers } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useLanguage()
  if (outcome || offers.length === 0) return <SignInOutcomePage ended={outcome} />
  return (
    <>
      <PageHeading title={t('access:municipality.heading')} lead={t('access:municipality.lead')} />
      <form method="post" className="actions">
        <input type="hidden" name="kind" value={offers[0]?.kind} />
        {offers.map(({ municipalityId, municipalityName }) => (
          <Button key={municipalityId} name="kommun" value={municipalityId} lang="sv">
            {municipalityName}
          </Button>
        ))}
      </form>
    </>
  )
}
