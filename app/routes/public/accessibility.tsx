import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asService, ifPerson } from '../../access/guard'
import { listMunicipalityContacts, type MunicipalityContact } from '../../access/known-people'
import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { PageHeading, Section } from '../../ui/page/layout'
import { phoneHref } from '../../ui/phone-href'

export const handle = { script: false, title: 'public:accessibility.title' }

/** When the portal was last assessed, and when this page was last changed. */
const dated = { assessed: '2026-11-22', updated: '2026-11-22' }

const gaps = ['swedish', 'plain', 'speech', 'screenReaders', 'outsider'] as const
const works = ['keyboard', 'zoom', 'script', 'colours', 'languages'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const own = await ifPerson({ request, context }, (_tx, { municipalityName, municipalityPhone }) =>
    Promise.resolve([{ name: municipalityName, phone: municipalityPhone }]),
  )
  return { municipalities: own ?? (await asService(context, listMunicipalityContacts)) }
}

/** The statement required by lag (2018:1937) 13 §, in the order Digg lists its parts. */
export default function AccessibilityRoute() {
  const { municipalities } = useLoaderData<typeof loader>()
  const municipality = municipalities.length === 1 ? municipalities[0] : undefined
  const { t, dates } = useLanguage()
  return (
    <>
      <PageHeading title={t('public:accessibility.heading')} lead={t('public:accessibility.status')} />
      <p>
        {municipality
          ? t('public:accessibility.actor.known', municipality)
          : t('public:accessibility.actor.unknown')}
      </p>
      <Section heading={t('public:accessibility.gaps.heading')}>
        <Facts
          items={gaps.map((gap) => ({
            term: t(`public:accessibility.gap.${gap}.what`),
            value: t(`public:accessibility.gap.${gap}.why`),
          }))}
        />
        <p>{t('public:accessibility.gaps.exceptions')}</p>
      </Section>
      <Section heading={t('public:accessibility.works.heading')}>
        <ul className="list-disc ps-6">
          {works.map((each) => (
            <li key={each}>{t(`public:accessibility.works.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section heading={t('public:accessibility.report.heading')}>
        <p>
          {municipality
            ? t('public:accessibility.report.known', municipality)
            : t('public:accessibility.report.unknown')}
        </p>
        {municipality ? null : <Telephones municipalities={municipalities} />}
        <p>{t('public:accessibility.report.other')}</p>
      </Section>
      <Section heading={t('public:accessibility.supervision.heading')}>
        <p>
          {t('public:accessibility.supervision.text')}{' '}
          <a href="https://www.digg.se/tdosanmalan">{t('public:accessibility.supervision.link')}</a>
        </p>
      </Section>
      <Section heading={t('public:accessibility.method.heading')}>
        <p>{t('public:accessibility.method.text', { date: dates.short(dated.assessed) })}</p>
        <p className="muted">
          {t('public:accessibility.method.updated', { date: dates.short(dated.updated) })}
        </p>
      </Section>
    </>
  )
}

function Telephones({ municipalities }: { municipalities: MunicipalityContact[] }) {
  return (
    <Facts
      items={municipalities.map(({ name, phone }) => ({
        term: <bdi lang="sv">{name}</bdi>,
        value: (
          <a className="whitespace-nowrap" href={phoneHref(phone)}>
            <bdi dir="ltr">{phone}</bdi>
          </a>
        ),
      }))}
    />
  )
}
