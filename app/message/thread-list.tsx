import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { ThreadSubject } from '../case/thread-subject'
import type { ListedThread } from './threads'

type ThreadListProps = { caseId: string; threads: readonly ListedThread[] }

export function ThreadList({ caseId, threads }: ThreadListProps) {
  const { t, dates } = useLanguage()
  return (
    <LinkList>
      {threads.map(({ id, kind, subject, startedAt, answeredAt, isNew, answerBy, isLate }) => (
        <LinkRow
          key={id}
          href={personAt.thread(caseId, id)}
          isNew={isNew}
          newLabel={t('message:newAnswer')}
          title={<ThreadSubject kind={kind} subject={subject} />}
          detail={[
            answeredAt
              ? t('message:answered', { when: dates.when(answeredAt) })
              : t(`message:asked.${kind}`, { when: dates.when(startedAt) }),
            answerBy ? t(`message:row.${isLate ? 'late' : 'by'}`, { date: dates.day(answerBy) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </LinkList>
  )
}
