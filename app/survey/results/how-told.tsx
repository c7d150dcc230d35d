import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { nationalFigures } from './national-figures'
import type { FormResults } from './results-of-form'
import { percentWords } from './share-words'
import { Swedish } from '../../ui/swedish'

export function HowTold({ results: { round } }: { results: FormResults }) {
  const { t, dates } = useLanguage()
  return (
    <Section heading={t('results:how.heading')}>
      <p>{t('results:how.positive')}</p>
      <p>{t('results:how.few')}</p>
      <p>{t('results:how.limit')}</p>
      <p>{t('results:how.more')}</p>
      <p>{t('results:how.mean')}</p>
      <p>{t('results:how.once', { date: dates.short(round.toldOn) })}</p>
    </Section>
  )
}

export function National() {
  const { t, language } = useLanguage()
  return (
    <Section heading={t('results:national.heading')}>
      <Facts
        items={nationalFigures.map(({ key, year, percent, source }) => ({
          term: t(`results:national.${key}`, { year }),
          value: (
            <>
              {percentWords(percent, language)}
              <br />
              <span className="muted">
                <Swedish>{source}</Swedish>
              </span>
            </>
          ),
        }))}
      />
      <p className="muted">{t('results:national.none')}</p>
    </Section>
  )
}
