import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { setCookie } from '../../access/cookies'
import { asPerson } from '../../access/guard'
import { postedForm } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { closedOnDeviceText } from '../../person/closed-on-device'
import { changeSettings, listSignIns, settingsIn, type SettingsChoice } from '../../person/settings'
import { SettingsForm } from '../../person/settings-form'
import { SignIns } from '../../person/sign-ins'
import { BackLink } from '../../ui/page/back-link'
import { Columns, PageHeading, Section } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'

export const handle = { script: false, title: 'person:settings.title' }

const aYear = 365 * 24 * 60 * 60

export function loader({ request, context }: LoaderFunctionArgs) {
  const closed = closedOnDevice({ request, context })
  const isSaved = new URL(request.url).searchParams.has('sparat')
  return asPerson({ request, context }, async (tx, { textSize }) => ({
    signIns: await listSignIns(tx),
    textSize,
    closed,
    device: context.device,
    isSaved,
  }))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const chosen = settingsIn(form)
    // The page only offers valid choices, so a post with others changes nothing.
    if (!chosen) return redirect(personAt.settings, 303)
    await changeSettings(tx, chosen)
    return redirect(`${personAt.settings}?sparat=1`, {
      status: 303,
      headers: cookiesFor(chosen, context.origin),
    })
  })
}

/** Language and size are also for this device before sign-in; what is closed is only for this device. */
function cookiesFor({ language, textSize, closed }: SettingsChoice, origin: string): [string, string][] {
  return [
    ['Set-Cookie', setCookie('language', language, origin, aYear)],
    ['Set-Cookie', setCookie('textSize', textSize, origin, aYear)],
    [
      'Set-Cookie',
      setCookie('closedOnDevice', closedOnDeviceText(closed), origin, closed.length > 0 ? aYear : 0),
    ],
  ]
}

export default function SettingsRoute() {
  const { signIns, textSize, closed, device, isSaved } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={personAt.home}>{t('case:back.home')}</BackLink>
      <PageHeading title={t('person:settings.title')} />
      {isSaved ? <Notice tone="done" heading={t('person:settings.saved')} /> : null}
      <Columns
        beside={
          <>
            <Section heading={t('person:exit.heading')}>
              <p>{t('person:exit.how')}</p>
              <p>{t('person:exit.limits')}</p>
              <p>{t('person:exit.safer')}</p>
            </Section>
            <Section heading={t('notice:link')}>
              <p>{t('notice:linkText')}</p>
              <p>
                <a href={personAt.notices}>{t('notice:heading')}</a>
              </p>
            </Section>
            <SignIns signIns={signIns} />
          </>
        }
      >
        <SettingsForm textSize={textSize} closed={closed} device={device} />
      </Columns>
    </>
  )
}
