import { Fragment } from 'react'
import { useLanguage } from '../i18n/language-context'
import { LateAnswer } from '../message/late-answer'
import { Notice } from '../ui/notice'
import { Swedish } from '../ui/swedish'
import { AnsweredBefore } from './answered-before'
import type { OwnAppointment } from './own-appointments'

type OwnRequestsProps = {
  appointment: OwnAppointment
  name: string
  municipalityPhone: string
  /** One was sent just now. */
  isSent?: boolean
}

/** What the reader asked for, and what came of it. */
export function OwnRequests({ appointment, name, municipalityPhone, isSent = false }: OwnRequestsProps) {
  const { t, dates } = useLanguage()
  const { requests, startsAt, caseworkers } = appointment
  return (
    <>
      {requests.map(({ id, text, askedAt, state, answer, answerBy, isLate }) => (
        <Fragment key={id}>
          <LateAnswer answerBy={answerBy} isLate={isLate} caseworker={name} />
          <Notice
            tone={isSent && state === 'asked' ? 'done' : 'info'}
            heading={t('appointment:request.asked.heading')}
          >
            <p className="muted">{t('appointment:request.you', { when: dates.when(askedAt) })}</p>
            <p>
              <bdi>{text}</bdi>
            </p>
            {state === 'asked' && answerBy && !isLate ? (
              <AnsweredBefore {...{ answerBy, startsAt, caseworkers, municipalityPhone }} />
            ) : null}
            {state === 'asked' ? <p>{t('appointment:request.asked.text', { name })}</p> : null}
            {state === 'moved' || state === 'cancelled' ? (
              <p>{t(`appointment:request.became.${state}`)}</p>
            ) : null}
            {answer ? (
              <p>
                <b>{t('appointment:request.answer')}:</b> <Swedish>{answer}</Swedish>
              </p>
            ) : null}
          </Notice>
        </Fragment>
      ))}
    </>
  )
}
