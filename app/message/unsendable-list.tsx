import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { subjectOf } from './question-subject'
import type { Unsendable } from './unsendable-draft'
import { unsendableKind } from './unsendable-kind'

type UnsendableListProps = { caseId: string; drafts: readonly ListedUnsendable[] }
type ListedUnsendable = Pick<Unsendable, 'id' | 'form' | 'subject' | 'text'> & { keptUntil: string | Date }

/** What was begun in any form and can be sent no more: its writer finds the words here until they go. */
export function UnsendableList({ caseId, drafts }: UnsendableListProps) {
  const { t, dates } = useLanguage()
  if (drafts.length === 0) return null
  return (
    <Section heading={t('message:unsendable.heading')}>
      <LinkList>
        {drafts.map((draft) => (
          <LinkRow
            key={draft.id}
            href={personAt.unsendable(caseId, draft.id)}
            title={<bdi>{subjectOf(draft) || t('message:draft.noWords')}</bdi>}
            detail={
              <>
                {unsendableKind(draft, t)} ·{' '}
                {t('message:draft.keptUntil', { day: dates.short(draft.keptUntil) })}
              </>
            }
          />
        ))}
      </LinkList>
    </Section>
  )
}
