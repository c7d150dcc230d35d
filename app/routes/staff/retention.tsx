import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { GroundTable } from '../../retention/ground-table'
import { ProofTable } from '../../retention/proof-table'
import { openRetention } from '../../retention/retention'
import { SettingFacts } from '../../retention/setting-facts'
import { StatisticsNav } from '../../statistics/statistics-nav'
import { EmptyState } from '../../ui/notice'
import { PageHeading, Section } from '../../ui/page/layout'

export const handle = { script: false, title: 'retention:title' }

export async function loader(args: LoaderFunctionArgs) {
  const found = await asStaff(args, (tx) => openRetention(tx))
  if (!found) throw notFound()
  return found
}

export default function RetentionRoute() {
  const { grounds, proofs, proofCount, setting } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('retention:title')} lead={t('retention:lead')} />
      <StatisticsNav here={staffAt.retention} leads />
      {grounds.length === 0 ? (
        <EmptyState heading={t('retention:none.heading')}>
          <p>{t(setting ? 'retention:none.notYet' : 'retention:none.unsettled')}</p>
        </EmptyState>
      ) : (
        <Section heading={t('retention:grounds.heading')}>
          <p>{t('retention:grounds.how')}</p>
          <GroundTable grounds={grounds} />
        </Section>
      )}
      <Section heading={t('retention:proofs.heading')}>
        <p>
          {proofCount > 0 ? t('retention:proofs.what', { count: proofCount }) : t('retention:proofs.none')}
        </p>
        {proofs.length > 0 ? <ProofTable proofs={proofs} /> : null}
      </Section>
      {setting ? (
        <Section heading={t('retention:setting.heading')}>
          <SettingFacts setting={setting} />
          <p>{t('retention:setting.backups.what')}</p>
        </Section>
      ) : null}
    </>
  )
}
