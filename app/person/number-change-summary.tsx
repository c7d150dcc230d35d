import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Button, ButtonLink } from '../ui/form/button'
import { Notice } from '../ui/notice'
import type { NumberChange } from './number-change'
import { OwnForm } from '../ui/form/own-form'

type NumberSummaryProps = { name: string; seen: NumberChange; isUnseen: boolean; againHref: string }

/** The second step: what will be done, and the only button that does it. */
export function NumberSummary({
  name,
  seen: { number, other, cases },
  isUnseen,
  againHref,
}: NumberSummaryProps) {
  const { t } = useLanguage()
  const kind = other ? 'merge' : 'change'
  const names = { name, other: other?.name ?? '' }
  return (
    <OwnForm className="form">
      <input type="hidden" name="nummer" value={number} />
      <input type="hidden" name="med" value={other?.id ?? ''} />
      <h2>{t(`staff:number.${kind}.heading`, names)}</h2>
      {isUnseen ? <Notice tone="warn">{t('staff:number.fault.unseen')}</Notice> : null}
      <Facts
        items={[
          {
            term: t('staff:number.number'),
            value: <bdi dir="ltr">{`${number.slice(0, 8)}-${number.slice(8)}`}</bdi>,
          },
          ...cases.map((each) => ({
            term: t('staff:number.casesOf', { name: each.name }),
            value: each.caseNumbers.join(', '),
          })),
        ]}
      />
      <ul className="steps">
        <li>{t(`staff:number.${kind}.does`, names)}</li>
        <li>{t('staff:number.old')}</li>
        <li>{t('staff:number.out', names)}</li>
        <li>{t('staff:number.kept')}</li>
        {other ? <li>{t('staff:number.merge.strict')}</li> : null}
        {other ? <li>{t('staff:number.merge.final')}</li> : null}
      </ul>
      <div className="actions">
        <Button variant="primary" name="steg" value={kind}>
          {t(`staff:number.${kind}.confirm`)}
        </Button>
        <ButtonLink variant="quiet" href={againHref}>
          {t('staff:number.again')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
