import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import type { MessageDraft } from './message-draft'
import { subjectOf } from './question-subject'

type DraftListProps = { caseId: string; drafts: readonly ListedDraft[] }
type ListedDraft = Pick<MessageDraft, 'messageId' | 'threadId' | 'subject' | 'text'> & {
  savedAt: string | Date
  keptUntil: string | Date
}

/** What was begun and not sent, on this phone or another. */
export function DraftList({ caseId, drafts }: DraftListProps) {
  const { t, dates } = useLanguage()
  if (drafts.length === 0) return null
  return (
    <Section heading={t('message:draft.heading')}>
      <LinkList>
        {drafts.map((draft) => (
          <LinkRow
            key={draft.messageId}
            href={
              draft.threadId
                ? personAt.thread(caseId, draft.threadId)
                : personAt.questionDraft(caseId, draft.messageId)
            }
            title={<bdi>{subjectOf(draft) || t('message:draft.noWords')}</bdi>}
            detail={[
              t('message:draft.keptAt', { when: dates.when(draft.savedAt) }),
              t('message:draft.keptUntil', { day: dates.short(draft.keptUntil) }),
            ].join(' ')}
          />
        ))}
      </LinkList>
    </Section>
  )
}
