import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { isUnverified, respondentGroups, type Instrument } from './instrument'

export function FormList({ heading, forms }: { heading: string; forms: readonly Instrument[] }) {
  const { t, language } = useLanguage()
  if (forms.length === 0) return null
  return (
    <Section heading={heading}>
      <LinkList>
        {forms.toSorted(byGroup).map((form) => (
          <LinkRow
            key={`${form.id} ${form.version}`}
            href={staffAt.surveyForm(form.id, form.version)}
            title={form.title[language]}
            detail={[
              t(`form:group.${form.respondentGroup}`),
              t(`form:kind.${kindOf(form)}`),
              ...(form.version > 1 ? [t('form:version', { version: form.version })] : []),
              ...(isUnverified(form) ? [t('form:unverified.mark')] : []),
            ].join(' · ')}
          />
        ))}
      </LinkList>
    </Section>
  )
}

function byGroup(a: Instrument, b: Instrument): number {
  return respondentGroups.indexOf(a.respondentGroup) - respondentGroups.indexOf(b.respondentGroup)
}

export function kindOf({ official, isLocal }: Instrument): 'official' | 'local' | 'own' {
  if (isLocal) return 'local'
  return official ? 'official' : 'own'
}
