import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { Notice } from '../ui/notice'
import { Swedish } from '../ui/swedish'
import type { ComingMeeting } from './put-matter'

type PutMatterFormProps = { meetings: readonly ComingMeeting[]; isWrong: boolean; backHref: string }

export function PutMatterForm({ meetings, isWrong, backHref }: PutMatterFormProps) {
  const { t, dates } = useLanguage()
  const [put, left] = [true, false].map((isPut) => meetings.filter((meeting) => meeting.isPut === isPut))
  const named = ({ committee, heldOn }: ComingMeeting) => (
    <>
      <Swedish>{committee}</Swedish> · {dates.day(heldOn)}
    </>
  )
  const error = isWrong ? t('meeting:put.fault') : undefined
  return (
    <>
      {put!.map((meeting) => (
        <Notice key={meeting.id} tone="done">
          {t('meeting:put.done')} {named(meeting)}
        </Notice>
      ))}
      {left!.length === 0 ? (
        <p>{t('meeting:put.none')}</p>
      ) : (
        <OwnForm className="form">
          <ErrorSummary
            heading={t('ui:errors.heading', { count: 1 })}
            errors={error ? [{ href: '#meeting', text: error }] : []}
          />
          <RadioGroup
            name="meeting"
            legend={t('meeting:put.which')}
            error={error}
            options={left!.map((meeting) => ({ value: meeting.id, label: named(meeting) }))}
          />
          <div className="actions">
            <Button variant="primary">{t('meeting:put.button')}</Button>
            <ButtonLink variant="quiet" href={backHref}>
              {t('signing:staff.serve.cancel')}
            </ButtonLink>
          </div>
        </OwnForm>
      )}
    </>
  )
}
