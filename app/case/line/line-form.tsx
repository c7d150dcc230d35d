import { staffAt } from '../../addresses'
import { UnsentWords, WordWarnings, type CheckedWords } from '../../disclosure/checked-words'
import { useLanguage } from '../../i18n/language-context'
import type { TextFault } from '../../text/written-text'
import { Button, ButtonLink } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { longestLine } from './line-limit'
import type { LineReader } from './write-line'

type PostedLine = CheckedWords & {
  text: string
  lineId: string
  fault: TextFault | { fault: 'otherWords' } | null
}

type LineFormProps = { reader: LineReader; lineId: string; posted: PostedLine | undefined }

export function LineForm({ reader, lineId, posted }: LineFormProps) {
  const { t } = useLanguage()
  const { givenName: name } = reader
  const fault = posted?.fault
  const error = fault ? t(`message:staff.fault.${fault.fault}`, { ...fault, most: longestLine }) : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      {posted ? <UnsentWords checked={posted} field="text" /> : null}
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
      {posted ? <WordWarnings {...posted} /> : null}
      <div className="actions">
        <Button variant="primary">{t('staff:line.send', { name })}</Button>
        <ButtonLink variant="quiet" href={staffAt.case(reader.caseId)}>
          {t('staff:line.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
