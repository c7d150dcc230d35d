import { publicAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { FieldError } from '../../ui/form/field'
import { OwnForm } from '../../ui/form/own-form'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page/layout'
import type { Checked, CheckFault } from './check-package'
import { Verdict } from './verdict'

type CheckPageProps = {
  /** False where nobody has told whom to believe. */
  isSetUp: boolean
  /** In MB. */
  most: number
  checked: Checked | undefined
}

/** Open to anybody who has been given a sealed package. */
export function CheckPage({ isSetUp, most, checked }: CheckPageProps) {
  const { t } = useLanguage()
  const isJudged = checked !== undefined && 'verdict' in checked
  const fault = checked && 'fault' in checked ? checked.fault : undefined
  return (
    <>
      <PageHeading title={t('check:heading')} lead={t('check:lead')} />
      {isJudged ? <Verdict verdict={checked.verdict} /> : null}
      {isSetUp ? (
        <CheckForm most={most} fault={fault} isAgain={isJudged} />
      ) : (
        <Notice tone="info" heading={t('check:notSetUp.heading')}>
          {t('check:notSetUp.text')}
        </Notice>
      )}
    </>
  )
}

type CheckFormProps = { most: number; fault: CheckFault | undefined; isAgain: boolean }

function CheckForm({ most, fault, isAgain }: CheckFormProps) {
  const { t } = useLanguage()
  const error = fault && t(`check:fault.${fault}`, { most })
  return (
    <OwnForm action={publicAt.check} encType="multipart/form-data" className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#file', text: error }]}
        />
      ) : null}
      <div className={error ? 'field has-error' : 'field'}>
        <label className="field-label" htmlFor="file">
          {t('check:label')}
        </label>
        <p className="field-hint" id="file-hint">
          {t('check:hint', { most })}
        </p>
        <FieldError name="file" error={error} />
        <input
          className="input file-input"
          id="file"
          name="file"
          type="file"
          accept=".pdf,application/pdf"
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <p className="muted">{t('check:kept')}</p>
      <div className="actions">
        <Button variant={isAgain ? 'secondary' : 'primary'}>
          {t(isAgain ? 'check:another' : 'check:button')}
        </Button>
      </div>
    </OwnForm>
  )
}
