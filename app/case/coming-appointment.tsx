import type { AlsoThere } from '../../db/roles'
import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { At } from './at'
import type { CasePage } from './case-page'

/** The next meeting of the reader: when, with whom, and where if they may know it. Nothing where none is booked. */
export function ComingAppointment({ id, coming }: Pick<CasePage, 'id' | 'coming'>) {
  const { t } = useLanguage()
  const [next] = coming
  if (!next) return null
  return (
    <Section heading={t('case:coming.heading')}>
      <LinkList>
        <LinkRow
          href={personAt.appointment(id, next.id)}
          title={<At moment={next.startsAt} />}
          detail={
            <>
              {next.state === 'moved' ? <b>{t('appointment:state.moved')} · </b> : null}
              <WhoAndWhere {...next} />
            </>
          }
        />
      </LinkList>
      {next.isOpen ? (
        <>
          <p>
            <a href={personAt.bringUp(id, next.id)}>{t('case:coming.sayWhat')}</a>
          </p>
          <p>
            {next.isAsked ? (
              t('appointment:request.asked.heading')
            ) : (
              <a href={personAt.otherTime(id, next.id)}>{t('appointment:request.title')}</a>
            )}
          </p>
        </>
      ) : null}
    </Section>
  )
}

type WhoAndWhereProps = {
  staff: readonly string[]
  others: readonly AlsoThere[] | null
  place: string | null
}

/** "Mira · Kommunhuset". */
export function WhoAndWhere({ staff, others, place }: WhoAndWhereProps) {
  const who = [...staff, ...(others ?? []).map(({ name }) => name)].join(', ')
  return (
    <>
      <bdi>{who}</bdi>
      {who && place ? ' · ' : null}
      {place ? <Swedish>{place}</Swedish> : null}
    </>
  )
}
