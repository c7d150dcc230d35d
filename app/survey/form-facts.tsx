import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { kindOf } from './form-list'
import type { Instrument } from './instrument'

export function FormFacts({ form }: { form: Instrument }) {
  const { t, dates } = useLanguage()
  const { id, version, validFrom, validTo, about, source } = form
  const from = dates.short(validFrom)
  return (
    <Section heading={t('form:facts')}>
      <Facts
        items={[
          { term: t('form:fact.kind'), value: t(`form:kind.${kindOf(form)}`) },
          {
            term: t('form:fact.about'),
            value: about.map((each) => t(`form:about.${each}`)).join(', '),
          },
          {
            term: t('form:fact.valid'),
            value: validTo
              ? t('form:valid.until', { from, until: dates.short(validTo) })
              : t('form:valid.from', { from }),
          },
          { term: t('form:fact.id'), value: <bdi>{`${id}, ${version}`}</bdi> },
          { term: t('form:fact.source'), value: <Swedish>{source}</Swedish> },
        ]}
      />
    </Section>
  )
}
