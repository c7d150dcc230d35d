import { staffAt } from '../../addresses'
import { drawnWarnings } from '../../disclosure/drawn-warnings'
import type { LookedAtWords } from '../../disclosure/look-at-words'
import { WarningList } from '../../disclosure/warning-list'
import { useLanguage } from '../../i18n/language-context'
import type { TextFault } from '../../text/written-text'
import { Button, ButtonLink } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { longestLine } from './line-limit'
import type { LineReader } from './write-line'

type PostedLine = {
  text: string
  lineId: string
  seen: readonly string[]
  fault: TextFault | null
  looked: LookedAtWords | null
}

type LineFormProps = { reader: LineReader; lineId: string; posted: PostedLine | undefined }

export function LineForm({ reader, lineId, posted }: LineFormProps) {
  const { t } = useLanguage()
  const { givenName: name } = reader
  const error = useTextError(reader, posted)
  const warnings = posted?.looked ? drawnWarnings(posted.looked.warnings, posted.seen) : null
  const isUnseen = !error && warnings !== null
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      {isUnseen ? (
        <ErrorSummary
          heading={t('staff:line.look.heading')}
          errors={[{ href: '#warnings', text: t('staff:line.look.text', { name }) }]}
        />
      ) : null}
      <input type="hidden" name="line" value={posted?.lineId ?? lineId} />
      <TextArea
        name="text"
        label={t('staff:line.label', { name })}
        hint={t('staff:line.hint', { name })}
        value={posted?.text}
        error={error}
        maxLength={longestLine}
        rows={4}
        isDraft
      />
      {warnings ? (
        <WarningList id="warnings" warnings={warnings} seen={posted?.seen ?? []} name={name} />
      ) : null}
      <div className="actions">
        <Button variant="primary">{t('staff:line.send', { name })}</Button>
        <ButtonLink variant="quiet" href={staffAt.case(reader.caseId)}>
          {t('staff:line.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}

function useTextError({ givenName: name }: LineReader, posted: PostedLine | undefined): string | undefined {
  const { t } = useLanguage()
  if (posted?.fault)
    return t(`message:staff.fault.${posted.fault.fault}`, { ...posted.fault, most: longestLine })
  const [number] = posted?.looked?.foreignNumbers ?? []
  return number ? t('release:fault.foreignNumber', { number, name }) : undefined
}
