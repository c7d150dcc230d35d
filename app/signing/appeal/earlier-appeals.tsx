import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'
import type { SignatureRequest } from '../request/signature-request'

/** The way to what was appealed, or can be, of a version that has been corrected since. */
export function EarlierAppeals({ earlier }: { earlier: readonly SignatureRequest[] }) {
  const { t, dates } = useLanguage()
  if (earlier.length === 0) return null
  return (
    <Section heading={t('signing:appeal.earlier.heading')}>
      <LinkList>
        {earlier.map(({ id, caseId, documentId, version, parts }) => {
          const receivedOn = parts.find((part) => part.receivedOn !== null)?.receivedOn
          return (
            <LinkRow
              key={id}
              href={personAt.appeal(caseId, documentId, id)}
              title={t('signing:appeal.earlier.link', { number: version })}
              detail={receivedOn ? t('signing:appeal.earlier.received', { date: dates.day(receivedOn) }) : ''}
            />
          )
        })}
      </LinkList>
    </Section>
  )
}
