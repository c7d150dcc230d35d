import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Section } from '../../ui/page/layout'
import type { SignatureRequest } from '../request/signature-request'

type BeforeReceiptProps = { request: SignatureRequest; canSign: boolean; municipality: string }

/** While no last day is known: what it is counted from, how it comes to stand here, and that nobody needs to wait for it. */
export function BeforeReceipt({ request, canSign, municipality }: BeforeReceiptProps) {
  const { t } = useLanguage()
  const { caseId, documentId, id, isJudgedSoon } = request
  return (
    <Section heading={t('signing:appeal.before.heading')}>
      <p>
        {t('signing:appeal.before.day')} {canSign ? t('signing:appeal.before.sign') : null}
      </p>
      {isJudgedSoon ? <p>{t('signing:done.judging')}</p> : null}
      {canSign ? (
        <div className="actions">
          <ButtonLink href={personAt.signRequest(caseId, documentId, id)}>
            {t('signing:heading.receipt')}
          </ButtonLink>
        </div>
      ) : null}
      <p>{t('signing:appeal.before.now')}</p>
      <p>{t('signing:appeal.before.paper', { name: municipality })}</p>
    </Section>
  )
}
