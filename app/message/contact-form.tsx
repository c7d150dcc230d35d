import { personAt } from '../addresses'
import { answererName } from '../case/caseworkers'
import { DiscardDraft, DraftParts, type ShownDraft } from '../draft/draft-parts'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import type { ContactCase } from './contact-request'
import type { PostedContact } from './contact-in'
import { longestMessage } from './message-limit'

type ContactFormProps = {
  cases: readonly ContactCase[]
  draft: ShownDraft
  text: string
  posted: PostedContact | undefined
}

/** One press is enough: words are a choice. */
export function ContactForm({ cases, draft, text, posted }: ContactFormProps) {
  const { t } = useLanguage()
  const fault = posted?.fault
  const error = fault
    ? t(`message:contact.fault.${fault.fault}`, { ...fault, most: longestMessage })
    : undefined
  const at = fault?.fault === 'case' ? 'case' : 'text'
  const [only] = cases
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${at}`, text: error }]}
        />
      ) : null}
      <input type="hidden" name="form_key" value={draft.id} />
      {cases.length === 1 ? (
        <input type="hidden" name="case" value={only!.id} />
      ) : (
        <RadioGroup
          name="case"
          legend={t('message:contact.which')}
          value={posted?.caseId}
          error={at === 'case' ? error : undefined}
          options={cases.map(({ id, isOwn, childName, caseworkers }) => ({
            value: id,
            label: isOwn ? t('case:heading.own') : t('case:heading.child', { name: childName }),
            hint: answererName(caseworkers),
          }))}
        />
      )}
      <TextArea
        name="text"
        label={t('message:contact.words')}
        hint={t('message:contact.hint')}
        value={text}
        error={at === 'text' ? error : undefined}
        maxLength={longestMessage}
        rows={4}
        isDraft
        isOptional
      />
      <DraftParts {...draft} />
      <div className="actions">
        <Button variant="primary">{t('message:contact.send')}</Button>
        <ButtonLink variant="quiet" href={personAt.home}>
          {t('message:contact.cancel')}
        </ButtonLink>
        <DiscardDraft {...draft} />
      </div>
    </OwnForm>
  )
}
