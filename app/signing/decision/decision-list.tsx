import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { Decision } from './decisions'

type DecisionListProps = { heading: string; decisions: readonly Decision[] }

export function DecisionList({ heading, decisions }: DecisionListProps) {
  const { t, dates } = useLanguage()
  if (decisions.length === 0) return null
  return (
    <Section heading={heading}>
      <LinkList>
        {decisions.map(({ id, title, caseNumber, state, askedAt, movedAt }) => (
          <LinkRow
            key={id}
            href={staffAt.decision(id)}
            title={<Swedish>{title}</Swedish>}
            detail={`${t(`decision:state.${state}`)} · ${dates.when(state === 'asked' ? askedAt : movedAt)} · ${caseNumber}`}
          />
        ))}
      </LinkList>
    </Section>
  )
}
