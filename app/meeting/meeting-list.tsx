import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { Meeting } from './meetings'

type MeetingListProps = { heading: string; meetings: readonly Meeting[] }

export function MeetingList({ heading, meetings }: MeetingListProps) {
  const { dates } = useLanguage()
  if (meetings.length === 0) return null
  return (
    <Section heading={heading}>
      <LinkList>
        {meetings.map(({ id, committee, heldOn, startsAt, place }) => (
          <LinkRow
            key={id}
            href={staffAt.meeting(id)}
            title={`${dates.day(heldOn)} ${startsAt}`}
            detail={<Swedish>{`${committee} · ${place}`}</Swedish>}
          />
        ))}
      </LinkList>
    </Section>
  )
}
