import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { DecisionPart } from '../request/signature-request'
import { appealTime } from './appeal-time'

type AppealPartsProps = { parts: readonly DecisionPart[]; today: string }

/** Each part with its last day; then what cannot be appealed, and why that is no loss. */
export function AppealParts({ parts, today }: AppealPartsProps) {
  const { t, dates } = useLanguage()
  const can = parts.filter(({ weeks }) => weeks !== null)
  const cannot = parts.filter(({ weeks }) => weeks === null)
  const from = can.find(({ receivedOn }) => receivedOn !== null)?.receivedOn
  return (
    <>
      {can.length > 0 ? (
        <Section heading={t('signing:appeal.can')}>
          <Facts
            items={can.map((part) => ({
              term: <PartTitle part={part} />,
              value: <b>{appealTime({ t, dates }, part.lastDay, today)}</b>,
            }))}
          />
          {from ? <p className="muted">{t('signing:appeal.from', { date: dates.day(from) })}</p> : null}
        </Section>
      ) : null}
      {cannot.length > 0 ? (
        <Section heading={t('signing:appeal.cannot')}>
          <Facts
            items={cannot.map((part) => ({
              term: <PartTitle part={part} />,
              value: t('signing:appeal.courtAnyway'),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

function PartTitle({ part }: { part: DecisionPart }) {
  return (
    <Swedish>
      {part.title} ({part.law})
    </Swedish>
  )
}
