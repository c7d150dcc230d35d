import { personAt } from '../../addresses'
import { fileSize } from '../../i18n/file-size'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import type { SignatureRequest } from '../request/signature-request'

/** The reader's own signature as a file of their own, or that it is not made yet: the signature counts meanwhile. */
export function OwnPackage({ request }: { request: SignatureRequest }) {
  const { t, dates, language } = useLanguage()
  const { id, caseId, documentId, packageSize, sealedAt, stampedAt } = request
  if (packageSize === null || sealedAt === null) {
    return request.state === 'signed' ? <p className="muted">{t('signing:package.waiting')}</p> : null
  }
  const sealed = dates.when(sealedAt)
  return (
    <div className="grid gap-2">
      <p className="actions">
        <ButtonLink href={personAt.packageOf(caseId, documentId, id)}>
          {t('signing:package.link', { size: fileSize(packageSize, language) })}
        </ButtonLink>
      </p>
      <p className="muted">
        {stampedAt
          ? t('signing:package.stamped', { sealed, stamped: dates.when(stampedAt) })
          : t('signing:package.sealed', { sealed })}{' '}
        {t('signing:package.number')}
      </p>
    </div>
  )
}
