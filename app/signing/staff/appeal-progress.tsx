import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import type { ReceivedAppeal } from './appeal-received'
import type { StaffRequest } from './list-requests'

type AppealProgressProps = {
  received: ReceivedAppeal
  lastDays: StaffRequest['lastDays']
  /** 'YYYY-MM-DD' */
  today: string
  dayError: boolean
}

/** What came in, whether it came in time part by part, and what is to be done with it (förvaltningslagen 45 and 46 §§). */
export function AppealProgress({ received, lastDays, today, dayError }: AppealProgressProps) {
  const { t, dates } = useLanguage()
  const isLate = lastDays.some(({ lastDay }) => lastDay < received.receivedOn)
  return (
    <>
      <Facts
        items={[
          {
            term: t('signing:staff.appeal.sender'),
            value: t(`signing:staff.appeal.from.${received.sender}`),
          },
          { term: t('signing:staff.appeal.way'), value: t(`signing:staff.appeal.by.${received.way}`) },
          { term: t('signing:staff.appeal.day'), value: dates.day(received.receivedOn) },
        ]}
      />
      <Section heading={t('signing:staff.appeal.time')}>
        <InTime received={received} lastDays={lastDays} />
        {isLate ? <p>{t('signing:staff.appeal.lateHelp')}</p> : null}
      </Section>
      {received.outcome && received.outcomeOn ? (
        <p>
          {t(`signing:staff.appeal.outcome.${received.outcome}`, { date: dates.day(received.outcomeOn) })}
        </p>
      ) : (
        <Section heading={t('signing:staff.appeal.next')}>
          <p>{t('signing:staff.appeal.forwardBy', { date: dates.day(received.forwardBy) })}</p>
          <OwnForm className="form">
            <input type="hidden" name="step" value="close" />
            <TextField
              name="day"
              type="date"
              label={t('signing:staff.appeal.outcomeDay')}
              value={today}
              error={dayError ? t('signing:staff.appeal.fault.outcomeDay') : undefined}
            />
            <div className="actions">
              <Button variant="primary" name="outcome" value="forwarded">
                {t('signing:staff.appeal.forward')}
              </Button>
              {isLate ? (
                <Button name="outcome" value="dismissed">
                  {t('signing:staff.appeal.dismiss')}
                </Button>
              ) : null}
            </div>
          </OwnForm>
        </Section>
      )}
    </>
  )
}

function InTime({ received, lastDays }: Pick<AppealProgressProps, 'received' | 'lastDays'>) {
  const { t, dates } = useLanguage()
  if (lastDays.length === 0) return <p>{t('signing:staff.appeal.notBegun')}</p>
  return (
    <Facts
      items={lastDays.map(({ title, lastDay }) => ({
        term: <Swedish>{title}</Swedish>,
        value: (
          <>
            <Tag tone={lastDay < received.receivedOn ? 'warn' : 'done'}>
              {t(lastDay < received.receivedOn ? 'signing:staff.appeal.late' : 'signing:staff.appeal.inTime')}
            </Tag>{' '}
            {t('signing:staff.appeal.lastDay', { date: dates.day(lastDay) })}
          </>
        ),
      }))}
    />
  )
}
