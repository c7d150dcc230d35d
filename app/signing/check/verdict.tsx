import { signatureActs } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Disclose } from '../../ui/disclose'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { Finding, PackageVerdict } from '../verifier/package'

/**
 * What holds and what does not, in sentences. What the file says of people and times is shown when everything holds
 * alone: of another file it would be somebody's claim on a page of ours. Personal numbers stay in the file.
 */
export function Verdict({ verdict }: { verdict: PackageVerdict }) {
  const { t } = useLanguage()
  const { holds, findings } = verdict
  const kind = holds ? 'holds' : 'fails'
  return (
    <>
      <Notice tone={holds ? 'done' : 'warn'} heading={t(`check:verdict.${kind}.heading`)}>
        {t(`check:verdict.${kind}.text`)}
      </Notice>
      {holds ? <WhatItSays verdict={verdict} /> : null}
      <Findings kind="fails" findings={findings.filter(({ rule }) => rule !== null)} />
      <Findings kind="holds" findings={findings.filter((finding) => isSaid(finding, findings))} />
    </>
  )
}

/** A signature holds for the document that the file names: of one exchanged for another, that would be misread. */
function isSaid({ part, rule }: Finding, findings: readonly Finding[]): boolean {
  const isOther = findings.some((finding) => finding.part === 'document' && finding.rule !== null)
  return rule === null && !(part === 'signature' && isOther)
}

function Findings({ kind, findings }: { kind: 'holds' | 'fails'; findings: readonly Finding[] }) {
  const { t } = useLanguage()
  if (findings.length === 0) return null
  return (
    <Section heading={t(`check:list.${kind}`)}>
      <ul className="list-disc ps-6">
        {findings.map(({ part, rule }, index) => (
          <li key={index}>
            {t(`check:${kind}.${part}`)}
            {rule ? (
              <span className="muted">
                {' '}
                {t('check:rule')} <bdi className="fingerprint">{rule}</bdi>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WhatItSays({ verdict }: { verdict: PackageVerdict }) {
  const { t, dates } = useLanguage()
  const { signatures, sealedBy, stampedAt, renewedAt, document } = verdict
  const moments = (all: readonly Date[]) => all.map((at) => dates.exact(at)).join(', ')
  return (
    <Section heading={t('check:facts.heading')}>
      <Facts
        items={[
          ...signatures.map((signature) => ({
            term: t('check:facts.signed'),
            value: <Signature {...signature} />,
          })),
          { term: t('check:facts.sealed'), value: <Swedish>{sealedBy}</Swedish> },
          {
            term: t('check:facts.stamped'),
            value: stampedAt ? moments([stampedAt]) : t('check:facts.notStamped'),
          },
          ...(renewedAt.length > 0 ? [{ term: t('check:facts.renewed'), value: moments(renewedAt) }] : []),
          {
            term: t('check:facts.document'),
            value: <bdi className="fingerprint">{document?.sha256}</bdi>,
          },
        ]}
      />
      <Disclose summary={t('check:facts.inApp')}>
        {signatures.map(({ visibleText }, index) => (
          <p key={index} className="in-app" lang="sv" dir="ltr">
            {visibleText}
          </p>
        ))}
      </Disclose>
    </Section>
  )
}

function Signature({ name, act, at }: PackageVerdict['signatures'][number]) {
  const { t, dates } = useLanguage()
  const known = signatureActs.find((each) => each === act) ?? 'unknown'
  return (
    <>
      <bdi>{name}</bdi>
      <br />
      {t(`check:facts.act.${known}`)}
      <br />
      {dates.exact(at)}
    </>
  )
}
