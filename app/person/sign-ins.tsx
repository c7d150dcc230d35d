import { publicAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { Section } from '../ui/page/layout'
import { Timeline } from '../ui/timeline'
import { OwnForm } from '../ui/form/own-form'
import type { SignIn } from './settings'

export function SignIns({ signIns }: { signIns: readonly SignIn[] }) {
  const { t, dates } = useLanguage()
  return (
    <Section heading={t('person:signIns.heading')}>
      <p>{t('person:signIns.text')}</p>
      <Timeline
        entries={signIns.map(({ at, device }) => ({
          when: dates.when(at),
          dateTime: dates.machine(at),
          title: t(`person:signIns.device.${device ?? 'unknown'}`),
        }))}
      />
      <p>{t('person:signIns.everywhereText')}</p>
      <OwnForm action={publicAt.signOut}>
        <input type="hidden" name="from" value="everywhere" />
        <Button>{t('person:signIns.everywhere')}</Button>
      </OwnForm>
    </Section>
  )
}
