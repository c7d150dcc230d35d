import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'

/** What can be done with a frozen document. One that was not written here takes no new version here. */
export function DocumentWays({
  documentId,
  canBeRewritten,
}: {
  documentId: string
  canBeRewritten: boolean
}) {
  const { t } = useLanguage()
  return (
    <div className="actions">
      <ButtonLink href={staffAt.documentReaders(documentId)}>{t('write:readers.change')}</ButtonLink>
      {canBeRewritten ? (
        <ButtonLink href={staffAt.newVersion(documentId)}>{t('write:version.title')}</ButtonLink>
      ) : null}
    </div>
  )
}
