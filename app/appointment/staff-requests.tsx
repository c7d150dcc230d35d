import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { longest } from './limits'
import type { StaffAppointment, StaffTimeRequest } from './staff-appointments'

export type PostedAnswer = {
  requestId: string
  text: string
  fault: { fault: 'empty' | 'answered' | 'changed' } | { fault: 'tooLong'; typed: number } | null
}

type StaffRequestsProps = {
  appointment: StaffAppointment
  posted: { answer: PostedAnswer; checked: CheckedWords } | undefined
}

/** Who asked for another time: moving it is an answer, words are another. */
export function StaffTimeRequests({ appointment: { requests }, posted }: StaffRequestsProps) {
  const { t } = useLanguage()
  if (requests.length === 0) return null
  return (
    <Section heading={t('appointment:staff.requests.heading')}>
      <ul className="points" role="list">
        {requests.map((request) => (
          <li key={request.id}>
            <Request
              request={request}
              posted={posted?.answer.requestId === request.id ? posted : undefined}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type RequestProps = { request: StaffTimeRequest } & Pick<StaffRequestsProps, 'posted'>

function Request({ request: { id, name, text, askedAt, state, answer }, posted }: RequestProps) {
  const { t, dates } = useLanguage()
  const fault = posted?.answer.fault
  return (
    <>
      <p>
        <b>{name}</b> ·{' '}
        <span className="muted">{t('appointment:staff.askedOn', { when: dates.when(askedAt) })}</span>
      </p>
      <p>
        <bdi>{text}</bdi>
      </p>
      {state !== 'asked' && state !== 'answered' ? <p>{t(`appointment:request.became.${state}`)}</p> : null}
      {answer ? (
        <p>
          <b>{t('appointment:request.answer')}:</b> <Swedish>{answer}</Swedish>
        </p>
      ) : null}
      {state === 'asked' || posted ? (
        <OwnForm className="form">
          {posted ? <UnsentWords checked={posted.checked} field="answer" /> : null}
          <input type="hidden" name="deed" value="answer" />
          <input type="hidden" name="request" value={id} />
          <TextArea
            name="answer"
            label={t('appointment:staff.requests.label', { name })}
            hint={t('appointment:staff.requests.move', { name })}
            value={posted?.answer.text}
            error={
              fault
                ? t(`appointment:staff.fault.${fault.fault}`, { ...fault, most: longest.answer })
                : undefined
            }
            maxLength={longest.answer}
            rows={3}
            isDraft
          />
          {posted ? <WordWarnings {...posted.checked} /> : null}
          <div className="actions">
            <Button>{t('appointment:staff.requests.send')}</Button>
          </div>
        </OwnForm>
      ) : null}
    </>
  )
}
