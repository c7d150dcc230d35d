import type { ComponentProps } from 'react'
import { personAt } from '../../addresses'
import { DiscardDraft, DraftParts, type ShownDraft } from '../../draft/draft-parts'
import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page/layout'
import type { SignatureRequest } from '../request/signature-request'
import type { Appeal, AppealReceived } from './appeal'
import { AppealReceivedNotice } from './appeal-received'
import { AppealParts } from './appeal-parts'
import { lastDayOf } from './appeal-time'
import { BeforeReceipt } from './before-receipt'
import { longestAppeal } from './appeal-limit'

type AppealPageProps = {
  request: SignatureRequest
  appeal: Appeal | undefined
  received: AppealReceived | undefined
  caseworker: string
  /** 'YYYY-MM-DD' */
  today: string
  isSaved: boolean
  draft: ShownDraft
  text: string
  error: string | undefined
  before: Omit<ComponentProps<typeof BeforeReceipt>, 'request'>
}

/** What can be appealed, until when, and how; then room to write. */
export function AppealPage(props: AppealPageProps) {
  const { request, appeal, received, caseworker, today, isSaved, draft, text, error, before } = props
  const { t } = useLanguage()
  const isOpen = !received && request.parts.some((part) => part.isOpen)
  const isReceived = lastDayOf(request) !== null
  // The way to do it is told to whoever has the field or the letter here.
  const canDo = isOpen || appeal !== undefined
  const isOut = request.parts.every(
    ({ weeks, lastDay }) => weeks === null || (lastDay !== null && lastDay < today),
  )
  return (
    <>
      {received ? <AppealReceivedNotice received={received} /> : null}
      {/* Out of time, whom to turn to is what is asked first. */}
      {isOut && !appeal && !received ? (
        <Notice tone="info">{t('signing:appeal.lateHelp', { name: caseworker })}</Notice>
      ) : null}
      <AppealParts parts={request.parts} today={today} />
      {isOpen && !isReceived ? <BeforeReceipt request={request} {...before} /> : null}
      {received || !canDo ? null : <HowToAppeal isReceived={isReceived} />}
      {isSaved ? <Notice tone="done">{t('signing:appeal.saved')}</Notice> : null}
      {isOpen && !appeal?.handedInOn ? (
        <AppealForm request={request} appeal={appeal} draft={draft} text={text} error={error} />
      ) : null}
      {appeal ? (
        <WrittenAppeal request={request} appeal={appeal} isReceived={received !== undefined} />
      ) : null}
    </>
  )
}

function HowToAppeal({ isReceived }: { isReceived: boolean }) {
  const { t } = useLanguage()
  return (
    <Section heading={t('signing:appeal.how.heading')}>
      <ol className="steps">
        <li>{t('signing:appeal.how.write')}</li>
        <li>{t('signing:appeal.how.print')}</li>
        <li>{t('signing:appeal.how.hand')}</li>
      </ol>
      {isReceived ? <p className="muted">{t('signing:appeal.how.paper')}</p> : null}
    </Section>
  )
}

type AppealFormProps = Pick<AppealPageProps, 'request' | 'appeal' | 'draft' | 'text' | 'error'>

function AppealForm({ request, appeal, draft, text, error }: AppealFormProps) {
  const { t } = useLanguage()
  return (
    <OwnForm className="form">
      <input type="hidden" name="step" value="write" />
      <input type="hidden" name="request" value={request.id} />
      <TextArea
        name="text"
        label={t('signing:appeal.label')}
        hint={t('signing:appeal.hint')}
        value={text}
        error={error}
        maxLength={longestAppeal}
        rows={10}
        isDraft
      />
      <DraftParts {...draft} />
      <div className="actions">
        <Button variant={appeal ? 'secondary' : 'primary'}>{t('signing:appeal.save')}</Button>
        <DiscardDraft {...draft} />
      </div>
    </OwnForm>
  )
}

type WrittenAppealProps = { request: SignatureRequest; appeal: Appeal; isReceived: boolean }

function WrittenAppeal({ request, appeal, isReceived }: WrittenAppealProps) {
  const { t, dates } = useLanguage()
  const letterHref = personAt.appealLetter(request.caseId, request.documentId, request.id)
  return (
    <OwnForm className="form">
      <input type="hidden" name="step" value="handIn" />
      <input type="hidden" name="request" value={request.id} />
      {appeal.handedInOn ? (
        <Notice tone="info">{t('signing:appeal.handIn.done', { date: dates.day(appeal.handedInOn) })}</Notice>
      ) : null}
      <div className="actions">
        <ButtonLink variant={appeal.handedInOn || isReceived ? 'secondary' : 'primary'} href={letterHref}>
          {t('signing:appeal.letter')}
        </ButtonLink>
        {appeal.handedInOn || isReceived ? null : (
          <Button variant="quiet">{t('signing:appeal.handIn.button')}</Button>
        )}
      </div>
    </OwnForm>
  )
}
