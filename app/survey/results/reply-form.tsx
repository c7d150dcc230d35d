import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { longestReply, type Reply, type ReplyFaults } from './reply'

/** Everybody who was asked reads this: children, too. */
export function ReplyForm({ reply, faults }: { reply: Reply; faults: ReplyFaults | null }) {
  const { t } = useLanguage()
  const errorOf = (part: keyof Reply) => {
    const fault = faults?.[part]
    return fault && t(`note:remark.fault.${fault.fault}`, fault)
  }
  const errors = (['heard', 'done'] as const).flatMap((part) => {
    const text = errorOf(part)
    return text ? [{ href: `#${part}`, text }] : []
  })
  return (
    <OwnForm className="form">
      {errors.length > 0 ? (
        <ErrorSummary heading={t('ui:errors.heading', { count: errors.length })} errors={errors} />
      ) : null}
      {(['heard', 'done'] as const).map((part) => (
        <TextArea
          key={part}
          name={part}
          label={t(`results:reply.${part}`)}
          hint={t(`results:reply.${part}Hint`)}
          value={reply[part]}
          error={errorOf(part)}
          maxLength={longestReply}
          rows={5}
          isDraft
        />
      ))}
      <div className="actions">
        <Button variant="primary">{t('results:reply.send')}</Button>
      </div>
    </OwnForm>
  )
}
