import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { Tag } from '../../ui/table'
import type { CaseParty } from './list-people'
import type { OpenedCase } from './open-case'

type StaffCasePartiesProps = { caseId: string; parties: readonly CaseParty[] }

export function StaffCaseParties({ caseId, parties }: StaffCasePartiesProps) {
  const { t } = useLanguage()
  const child = parties.find(({ role, isEnded }) => role === 'child' && !isEnded)
  return (
    <Section heading={t('staff:case.parties')}>
      <Facts
        items={parties.map((party) => ({ term: party.name, value: <Party caseId={caseId} party={party} /> }))}
      />
      {child ? (
        <ButtonLink href={staffAt.readTogether(caseId, child.personId)}>
          {t('staff:together.open', { name: child.name.split(' ')[0] })}
        </ButtonLink>
      ) : null}
    </Section>
  )
}

function Party({ caseId, party }: { caseId: string; party: CaseParty }) {
  const { role, age, from, until, isEnded, protection } = party
  const { t, dates } = useLanguage()
  const years = role === 'child' && age !== null ? t('staff:case.age', { count: age }) : null
  const dated =
    isEnded && until
      ? t('staff:case.ended', { date: dates.short(until) })
      : t('staff:case.since', { date: dates.short(from) })
  return (
    <>
      <p>{[t(`staff:role.${role}`), years, dated].filter(Boolean).join(' · ')}</p>
      {protection ? (
        <p>
          <Tag tone="warn">{t(`staff:protection.${protection}`)}</Tag>
        </p>
      ) : null}
      {party.readsLines && !isEnded ? (
        <p>
          <a href={staffAt.line(caseId, party.personId)}>
            {t('staff:line.silent.to', { name: party.name.split(' ')[0] })}
          </a>
        </p>
      ) : null}
      {party.mayChangeNumber && !isEnded ? (
        <p>
          <a href={staffAt.personNumber(caseId, party.personId)}>
            {t('staff:number.open', { name: party.name })}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** A warning before writing: a place in a note can reveal where a protected person is (OSL 2009:400 21 kap. 3 §). */
export function ProtectedNames({ parties }: { parties: readonly CaseParty[] }) {
  const { t } = useLanguage()
  const guarded = parties.filter(({ protection, isEnded }) => protection && !isEnded)
  return (
    <>
      {guarded.map(({ personId, name }) => (
        <Notice key={personId} tone="warn" heading={t('staff:protection.heading', { name })}>
          {t('staff:protection.writing', { name: name.split(' ')[0] })}
        </Notice>
      ))}
    </>
  )
}

export function StaffCaseworkers({ caseworkers }: Pick<OpenedCase, 'caseworkers'>) {
  const { t } = useLanguage()
  if (caseworkers.length === 0) return null
  return (
    <Section heading={t('staff:case.caseworkers')}>
      <Facts
        items={caseworkers.map(({ name, kind, phone }) => ({
          term: name,
          value: (
            <p>
              {t(`staff:part.${kind}`)} · <bdi dir="ltr">{phone}</bdi>
            </p>
          ),
        }))}
      />
    </Section>
  )
}
