import { staffAt } from '../../addresses'
import { LinkList, LinkRow } from '../../ui/link-list'
import { StageInWords } from './stage-in-words'
import type { StaffCase } from './list-cases'

export function StaffCaseChoice({ cases }: { cases: readonly StaffCase[] }) {
  return (
    <LinkList>
      {cases.map((one) => (
        <LinkRow
          key={one.id}
          href={staffAt.newNote(one.id)}
          title={one.childName}
          detail={
            <>
              <bdi>{one.caseNumber}</bdi> · <StageInWords one={one} />
            </>
          }
        />
      ))}
    </LinkList>
  )
}
