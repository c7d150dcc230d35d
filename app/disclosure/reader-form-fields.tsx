import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { ErrorSummary } from '../ui/form/error-summary'
import { Notice } from '../ui/notice'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import { longestTitle } from '../text/draft-limits'
import { disclosureLevels } from './level'
import type { FormWarnings } from './drawn-warnings'
import { GroundFields } from './ground-fields'
import type { Ground } from './list-readers'
import type { ReleaseReader } from './release-reader'
import { longestPartialText, type ReaderFault } from './reader-faults'
import type { ReaderValues } from './reader-form'
import { TextChanged } from './text-changed'
import { WarningList } from './warning-list'
import { OwnForm } from '../ui/form/own-form'

export type ReaderFormState = {
  values: ReaderValues
  /** What somebody changed in another tab, while the form was open. */
  stale: 'text' | 'decision' | null
  faults: readonly ReaderFault[]
  unseen: number
  warnings: FormWarnings
  foreignNumbers: readonly string[]
}

type ReaderFormProps = {
  action: string
  reader: ReleaseReader
  grounds: readonly Ground[]
  state: ReaderFormState
}

export function ReaderForm({ action, reader, grounds, state }: ReaderFormProps) {
  const { t } = useLanguage()
  const { values, faults } = state
  const name = reader.givenName
  const errorOf = (field: ReaderFault['field']) => {
    const fault = faults.find((each) => each.field === field)
    return fault && t(`release:fault.${fault.fault}`, { name })
  }
  return (
    <OwnForm action={action} className="form reader-form">
      <ReaderFormTop state={state} reader={reader} />
      <input type="hidden" name="personId" value={reader.personId} />
      <input type="hidden" name="decidedAt" value={values.decidedAt} />
      <input type="hidden" name="textMark" value={values.textMark} />
      <RadioGroup
        name="level"
        legend={t('release:level.legend', { name })}
        value={values.level || undefined}
        error={errorOf('level')}
        options={disclosureLevels.map((level) => ({
          value: level,
          label: t(`release:level.${level}.name`),
          hint: t(`release:level.${level}.means`, { name }),
        }))}
      />
      <div className="form when-titled">
        <TextField
          name="title"
          label={t('release:own.title', { name })}
          hint={t('release:own.titleHint')}
          maxLength={longestTitle}
          value={values.title}
          error={errorOf('title')}
        />
      </div>
      <div className="form when-partial">
        <TextArea
          name="text"
          label={t('release:own.text', { name })}
          hint={t('release:own.textHint', { name })}
          maxLength={longestPartialText}
          value={values.text}
          error={errorOf('text')}
          isDraft
        />
      </div>
      <GroundFields values={values} grounds={grounds} name={name} errorOf={errorOf} />
      <div className="when-shown">
        <ShownFrom values={values} error={errorOf('day')} />
      </div>
      <Warnings name={name} state={state} />
      <div className="actions">
        <Button variant="primary">{t('release:readers.save', { name })}</Button>
      </div>
    </OwnForm>
  )
}

function ReaderFormTop({ state, reader }: { state: ReaderFormState; reader: ReleaseReader }) {
  const { t } = useLanguage()
  const name = reader.givenName
  const level = reader.disclosure?.level
  const { faults, unseen, foreignNumbers, stale } = state
  const errors = [
    ...faults.map(({ field, fault }) => ({ href: `#${field}`, text: t(`release:fault.${fault}`, { name }) })),
    ...foreignNumbers.map((number) => ({
      href: '#level',
      text: t('release:fault.foreignNumber', { name, number }),
    })),
    ...(unseen > 0
      ? [
          {
            href: state.values.level === 'full' ? '#varningar-allt' : '#varningar',
            text: t('release:fault.unseen', { name, count: unseen }),
          },
        ]
      : []),
  ]
  return (
    <>
      {stale === 'decision' ? (
        <Notice tone="warn" heading={t('release:stale.heading')} isRefusal>
          {t('release:stale.text')} {level ? t(`release:level.${level}.name`) : null}
        </Notice>
      ) : null}
      {stale === 'text' ? (
        <Notice tone="warn" isRefusal>
          {t('release:changed.meanwhile')}
        </Notice>
      ) : null}
      {reader.change ? <TextChanged change={reader.change} level={level} /> : null}
      <ErrorSummary heading={t('release:readers.refused')} errors={errors} />
    </>
  )
}

function ShownFrom({ values, error }: { values: ReaderValues; error: string | undefined }) {
  const { t } = useLanguage()
  return (
    <details className="disclose" open={values.day !== ''}>
      <summary>{t('release:moment.heading')}</summary>
      <div className="disclose-body">
        <p>{t('release:moment.hint')}</p>
        <div className="side-by-side">
          <TextField
            name="day"
            type="date"
            label={t('release:moment.day')}
            value={values.day}
            error={error}
            isShort
            isOptional
          />
          <TextField
            name="time"
            type="time"
            label={t('release:moment.time')}
            value={values.time}
            isShort
            isOptional
          />
        </div>
      </div>
    </details>
  )
}

function Warnings({ name, state: { values, warnings } }: { name: string; state: ReaderFormState }) {
  const { t } = useLanguage()
  const { inFull, less } = warnings
  const hint = t('release:warning.hint')
  return (
    <>
      <div className="when-full">
        <WarningList id="varningar-allt" warnings={inFull} seen={values.seen} name={name} hint={hint} />
      </div>
      {less ? (
        <div className="when-less">
          <WarningList id="varningar" warnings={less} seen={values.seen} name={name} hint={hint} />
        </div>
      ) : null}
    </>
  )
}
