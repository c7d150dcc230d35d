import { DiscardDraft, DraftParts, type ShownDraft } from '../../draft/draft-parts'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { longestDecline } from '../request/decline-limit'

export type Declined = { words: string; error: string }

type DeclineFormProps = {
  requestId: string
  declined: Declined | undefined
  /** What was begun and not sent. Of a person's form alone. */
  begun?: ShownDraft & { text: string }
}

/** To say no is an answer: nobody has to say why. */
export function DeclineForm({ requestId, declined, begun }: DeclineFormProps) {
  const { t } = useLanguage()
  return (
    <details className="disclose" open={declined !== undefined || Boolean(begun?.savedAt)}>
      <summary>{t('signing:decline.summary')}</summary>
      <OwnForm className="form disclose-body">
        <input type="hidden" name="request" value={requestId} />
        <input type="hidden" name="step" value="decline" />
        <TextArea
          name="words"
          label={t('signing:decline.label')}
          hint={t('signing:decline.hint')}
          maxLength={longestDecline}
          rows={4}
          value={declined?.words ?? begun?.text}
          error={declined?.error}
          isOptional
          isDraft
        />
        {begun ? <DraftParts {...begun} /> : null}
        <div className="actions">
          <Button>{t('signing:decline.button')}</Button>
          {begun ? <DiscardDraft {...begun} /> : null}
        </div>
      </OwnForm>
    </details>
  )
}
