import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { BackLink } from '../ui/page/back-link'

type BackToCaseProps = { found: { id: string; isOwn: boolean; childName: string } }

export function BackToCase({ found: { id, isOwn, childName } }: BackToCaseProps) {
  const { t } = useLanguage()
  return (
    <BackLink href={personAt.case(id)}>
      {isOwn ? t('case:heading.own') : t('case:heading.child', { name: childName })}
    </BackLink>
  )
}
