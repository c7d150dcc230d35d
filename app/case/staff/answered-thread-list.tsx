import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import type { StaffThreadRow } from './open-case'
import { ThreadSubject } from '../thread-subject'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'

/** The way back to what has been answered: to read it, write more, or make a note of it. */
export function AnsweredThreadList({ threads }: { threads: readonly StaffThreadRow[] }) {
  const { t, dates } = useLanguage()
  if (threads.length === 0) return null
  return (
    <Section heading={t('staff:case.threads')}>
      <LinkList>
        {threads.map(({ id, name, lastAt, ...thread }) => (
          <LinkRow
            key={id}
            href={staffAt.thread(id)}
            title={<ThreadSubject {...thread} />}
            detail={`${name} · ${dates.when(lastAt)}`}
          />
        ))}
      </LinkList>
    </Section>
  )
}
