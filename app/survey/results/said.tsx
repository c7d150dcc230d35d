import { useLanguage } from '../../i18n/language-context'
import { Section } from '../../ui/page/layout'

/** What was let through of what somebody wrote. */
export function Said({ said }: { said: readonly string[] }) {
  const { t } = useLanguage()
  if (said.length === 0) return null
  return (
    <Section heading={t('results:said.heading')}>
      <p className="muted">{t('results:said.lead')}</p>
      {said.map((text, index) => (
        <p key={index} className="own-said" dir="auto">
          {text}
        </p>
      ))}
    </Section>
  )
}
