import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Button, ButtonLink } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { fingerprintOf } from '../fingerprint'
import type { PaperFacts } from './attest-paper'

type AttestPosted = { day: string; time: string; isWrong: boolean }

type AttestFormProps = {
  requestId: string
  signer: string
  paper: PaperFacts
  posted: AttestPosted
  backHref: string
}

/** How it is signed on paper, and then whose word it is that it was. */
export function AttestForm({ requestId, signer, paper, posted, backHref }: AttestFormProps) {
  const { t } = useLanguage()
  const error = posted.isWrong ? t('decision:paper.fault') : undefined
  return (
    <>
      <ol className="steps">
        <li>{t('decision:paper.print')}</li>
        <li>{t('decision:paper.write', { name: signer })}</li>
        <li>{t('decision:paper.see')}</li>
      </ol>
      <Facts
        items={[
          {
            term: t('signing:what.fingerprint'),
            value: <bdi className="fingerprint">{fingerprintOf(paper.sha256)}</bdi>,
          },
          { term: t('decision:paper.pages'), value: paper.pages },
        ]}
      />
      <p className="actions">
        <ButtonLink href={staffAt.decisionFile(requestId)}>{t('decision:paper.open')}</ButtonLink>
      </p>
      <OwnForm className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={error ? [{ href: '#day', text: error }] : []}
        />
        <TextField
          name="day"
          type="date"
          label={t('decision:paper.day')}
          value={posted.day}
          error={error}
          isShort
        />
        <TextField name="time" type="time" label={t('decision:paper.time')} value={posted.time} isShort />
        <p className="muted">{t('decision:paper.promise', { name: signer })}</p>
        <div className="actions">
          <Button variant="primary">{t('decision:paper.button')}</Button>
          <ButtonLink variant="quiet" href={backHref}>
            {t('signing:staff.serve.cancel')}
          </ButtonLink>
        </div>
      </OwnForm>
    </>
  )
}
