import type { ReactNode } from 'react'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'

type TodayRow = { id: string; href: string; title: ReactNode; detail: ReactNode }

type TodayListProps = { heading: ReactNode; rows: readonly TodayRow[]; children?: ReactNode }

export function TodayList({ heading, rows, children }: TodayListProps) {
  if (rows.length === 0) return null
  return (
    <Section heading={heading}>
      {children}
      <LinkList>
        {rows.map(({ id, ...row }) => (
          <LinkRow key={id} {...row} />
        ))}
      </LinkList>
    </Section>
  )
}
