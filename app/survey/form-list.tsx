import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { isUnverified, type Instrument } from './instrument'

export function FormList({ heading, forms }: { heading: string; forms: readonly Instrument[] }) {
  const { t, language } = useLanguage()
  if (forms.length === 0) return null
  return (
    <Section heading={heading}>
      <LinkList>
        {forms.map((form) => (
          <LinkRow
            key={`${form.id} ${form.version}`}
            href={staffAt.surveyForm(form.id, form.version)}
            title={form.title[language]}
            detail={[
              t(`form:group.${form.respondentGroup}`),
              t(`form:kind.${kindOf(form)}`),
              t('form:version', { version: form.version }),
              ...(isUnverified(form) ? [t('form:unverified.mark')] : []),
            ].join(' · ')}
          />
        ))}
      </LinkList>
    </Section>
  )
}

export function kindOf({ official, isLocal }: Instrument): 'official' | 'local' | 'own' {
  if (isLocal) return 'local'
  return official ? 'official' : 'own'
}
