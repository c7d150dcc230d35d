import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import type { CasePage } from './case-page'

export function CaseRooms({ found }: { found: CasePage }) {
  const { t } = useLanguage()
  return (
    <LinkList>
      <LinkRow
        href={personAt.notes(found.id)}
        title={t('case:rooms.notes.title')}
        detail={t('case:rooms.notes.detail')}
        isNew={found.notes.some(({ isNew }) => isNew)}
      />
      <LinkRow
        href={personAt.documents(found.id)}
        title={t('case:rooms.documents.title')}
        detail={t('case:rooms.documents.detail')}
        isNew={found.documents.some(({ isNew }) => isNew)}
      />
      {found.hasPlan ? (
        <LinkRow
          href={personAt.plan(found.id)}
          title={t('case:rooms.plan.title')}
          detail={t('case:rooms.plan.detail')}
        />
      ) : null}
      {found.hasTimes ? (
        <LinkRow
          href={personAt.appointments(found.id)}
          title={t('case:rooms.times.title')}
          detail={t('case:rooms.times.detail')}
        />
      ) : null}
      <LinkRow
        href={personAt.threads(found.id)}
        title={t('case:rooms.questions.title')}
        detail={t('case:rooms.questions.detail')}
        isNew={found.newAnswers > 0}
        newLabel={t('case:rooms.questions.new')}
      />
    </LinkList>
  )
}
