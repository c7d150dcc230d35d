import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'
import { WaitingDetail, waitingAt, whatOf } from './today-waiting-list'
import type { Waiting } from './today-waiting'

export function StaffCaseWaiting({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useLanguage()
  if (waiting.length === 0) return null
  return (
    <div id="vantar">
      <Section heading={t('staff:today.waiting.heading')}>
        <LinkList>
          {waiting.map((one) => (
            <WaitingRow key={one.id} one={one} />
          ))}
        </LinkList>
      </Section>
    </div>
  )
}

function WaitingRow({ one }: { one: Waiting }) {
  const { t } = useLanguage()
  const title = `${one.fromName} · ${whatOf(one, t)}`
  return <LinkRow href={waitingAt(one)} title={title} detail={<WaitingDetail one={one} />} />
}
