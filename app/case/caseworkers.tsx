import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { OpeningHours } from '../ui/opening-hours'
import { PersonCard } from '../ui/person-card'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { Caseworker } from './case-shown'
import { fullName } from '../person/full-name'
import { WhoAnswers } from './who-answers'
import { phoneHref } from '../ui/phone-href'

/** Given name of the person to contact: who answers today, or else who leads. Undefined while nobody is named. */
export function answererName(caseworkers: readonly Caseworker[]): string | undefined {
  return (caseworkers.find(({ answers }) => answers) ?? caseworkers[0])?.givenName
}

type CaseworkersProps = { caseworkers: readonly Caseworker[]; isOwn: boolean; municipalityPhone: string }

export function Caseworkers({ caseworkers, isOwn, municipalityPhone }: CaseworkersProps) {
  const { t } = useLanguage()
  if (caseworkers.length === 0) {
    return (
      <Section heading={t('case:caseworker.heading')}>
        <p>{t('case:caseworker.none')}</p>
        <PhoneLink phone={municipalityPhone} label={t('case:caseworker.callMunicipality')} />
      </Section>
    )
  }
  // Who can be reached stands first; nobody is asked to call somebody who is away.
  const shown = caseworkers.toSorted((one, other) => Number(one.isAway) - Number(other.isAway))
  const lead = caseworkers.find(({ kind }) => kind === 'lead')?.givenName
  return (
    <Section heading={t('case:caseworker.heading')}>
      <WhoAnswers caseworkers={caseworkers} />
      <div className="grid gap-6">
        {shown.map((each) => (
          <PersonCard
            key={each.kind}
            name={fullName(each.givenName, each.familyName)}
            initials={`${each.givenName.charAt(0)}${each.familyName.charAt(0)}`}
            picture={pictureOf(each)}
            detail={detailOf(each)}
          >
            {each.introduction ? (
              <p className="in-app">
                <Swedish>{each.introduction}</Swedish>
              </p>
            ) : null}
            {each.isAway ? null : (
              <PhoneLink
                phone={each.phone}
                label={t('case:caseworker.call', { name: each.givenName })}
                hours={each.phoneHours}
              />
            )}
          </PersonCard>
        ))}
      </div>
    </Section>
  )

  function detailOf({ kind }: Caseworker): string {
    if (kind === 'teamLeader') return t('case:caseworker.teamLeader')
    if (kind === 'deputy' && lead) return t('case:caseworker.deputy', { name: lead })
    return t(isOwn ? 'case:caseworker.own' : 'case:caseworker.lead')
  }
}

function pictureOf({ caseId, pictureId, pictureText }: Caseworker) {
  if (!pictureId || !pictureText) return undefined
  return { href: personAt.caseworkerPicture(caseId, pictureId), text: pictureText }
}

type PhoneLinkProps = { phone: string; label: string; hours?: string }

function PhoneLink({ phone, label, hours }: PhoneLinkProps) {
  return (
    <>
      <ButtonLink href={phoneHref(phone)}>{label}</ButtonLink>
      <p className="muted">
        <bdi dir="ltr">{phone}</bdi>
        {hours ? (
          <>
            {' · '}
            <OpeningHours>{hours}</OpeningHours>
          </>
        ) : null}
      </p>
    </>
  )
}
