import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'
import { Tag } from '../../ui/table'
import { StageInWords } from './stage-in-words'
import type { StaffCase } from './list-cases'

export function TodayCases({ cases }: { cases: readonly StaffCase[] }) {
  const { t } = useLanguage()
  const isOwn = cases.some(({ part }) => part !== null)
  // With one case the page's button leads to its note.
  const isOneOfMany = cases.filter(isOwnOpen).length > 1
  return (
    <Section heading={isOwn ? t('staff:cases.heading') : t('staff:cases.ofUnit')}>
      {cases.length === 0 ? <p>{t('staff:cases.none')}</p> : null}
      {cases.length > 0 ? (
        <LinkList>
          {cases.map((one) => (
            <CaseRow key={one.id} one={one} canBegin={isOneOfMany && isOwnOpen(one)} />
          ))}
        </LinkList>
      ) : null}
      <p>
        <a href={staffAt.cases}>{t('staff:cases.all')}</a>
      </p>
    </Section>
  )
}

const isOwnOpen = ({ part, closedOn }: StaffCase) => part !== null && closedOn === null

function CaseRow({ one, canBegin }: { one: StaffCase; canBegin: boolean }) {
  const { t, dates } = useLanguage()
  const next = one.nextDeadline
  return (
    <LinkRow
      href={staffAt.case(one.id)}
      {...(canBegin && {
        way: {
          href: staffAt.newNote(one.id),
          label: (
            <span>
              {t('staff:newNote')}{' '}
              <span className="sr">{t('staff:newNoteAbout', { name: one.childName })}</span>
            </span>
          ),
        },
      })}
      title={
        <>
          {one.childName} {one.hasProtected ? <Tag tone="warn">{t('staff:protected')}</Tag> : null}
        </>
      }
      detail={
        <>
          <StageInWords one={one} />
          {next ? ` · ${t(`staff:deadline.${next.kind}`, { date: dates.short(next.dueOn) })}` : null}
        </>
      }
    />
  )
}
