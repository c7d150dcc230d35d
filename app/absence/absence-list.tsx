import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Section } from '../ui/page/layout'
import type { Absence } from './absence'

export function AbsenceList({ absences }: { absences: readonly Absence[] }) {
  const { t, dates } = useLanguage()
  return (
    <Section heading={t('answer:absence.heading')}>
      {absences.length === 0 ? <p>{t('answer:absence.none')}</p> : null}
      {absences.map(({ id, name, givenName, from, to, hasBegun, recordedBy }) => (
        <OwnForm key={id} className="actions">
          <input type="hidden" name="absence" value={id} />
          <p>
            <b>{name}</b>
            {'\n'}
            {t('answer:absence.days', { from: dates.day(from), to: dates.day(to) })}
            {recordedBy === givenName ? null : (
              <span className="muted"> · {t('answer:absence.by', { name: recordedBy })}</span>
            )}
          </p>
          <Button name="do" value="end">
            {t(hasBegun ? 'answer:absence.end' : 'answer:absence.endAhead', { name: givenName })}
          </Button>
        </OwnForm>
      ))}
    </Section>
  )
}
