import type { RemarkKind } from '../../db/roles'
import { DiscardDraft, DraftParts, type ShownDraft } from '../draft/draft-parts'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { TextArea } from '../ui/form/text-area'
import type { TextFault } from '../text/written-text'
import { longestRemark } from './remark-limit'
import { OwnForm } from '../ui/form/own-form'

type RemarkFormProps = {
  kind: RemarkKind
  caseworker: string
  draft: ShownDraft
  text: string
  backHref: string
  fault: TextFault | null
}

/** The remark is kept beside the original and never changes it. */
export function RemarkForm({ kind, caseworker, draft, text, backHref, fault }: RemarkFormProps) {
  const { t } = useLanguage()
  const error = fault ? t(`note:remark.fault.${fault.fault}`, fault) : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      <input type="hidden" name="form_key" value={draft.id} />
      <TextArea
        name="text"
        label={t(`note:remark.label.${kind}`)}
        hint={t(`note:remark.hint.${kind}`, { name: caseworker })}
        value={text}
        error={error}
        maxLength={longestRemark}
        rows={8}
        isDraft
      />
      <DraftParts {...draft} />
      <div className="actions">
        <Button variant="primary">{t(`note:remark.send.${kind}`, { name: caseworker })}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('note:remark.cancel')}
        </ButtonLink>
        <DiscardDraft {...draft} />
      </div>
    </OwnForm>
  )
}
