import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { TextArea } from '../../ui/form/text-area'
import { TextField } from '../../ui/form/text-field'
import { Tick } from '../../ui/form/tick'
import { Notice } from '../../ui/notice'
import { withoutBlanks } from '../child-text-template'
import { isEasyToRead } from '../../text/readability'
import type { ReviewFaultTexts } from './fault-texts'
import { ReviewStep, type OpenPart } from './review-step'
import type { ReviewValues } from './review-values'

type ChildTextFieldsProps = OpenPart & {
  values: ReviewValues
  errors: ReviewFaultTexts
  childName: string
  /** It was approved before the note's own text was changed. */
  isAskedAgain: boolean
}

/** A proposed text must also be approved by the caseworker. */
export function ChildTextFields({ open, values, errors, childName, isAskedAgain }: ChildTextFieldsProps) {
  const { t } = useLanguage()
  const { childTitle, childText, childTextEasy, isChildTextApproved } = values
  const hasText = Boolean(childTitle || childText || childTextEasy)
  return (
    <ReviewStep
      id="barntext"
      heading={t('review:child.heading', { name: childName })}
      open={open}
      state={
        !hasText
          ? { tone: 'plain', text: t('review:optional') }
          : isChildTextApproved
            ? { tone: 'done', text: t('review:done') }
            : { tone: 'warn', text: t('review:child.unapproved') }
      }
    >
      {isAskedAgain && !isChildTextApproved ? (
        <Notice tone="warn" heading={t('review:child.again.heading')}>
          {t('review:child.again.text', { name: childName })}
        </Notice>
      ) : null}
      <p>{t('review:child.lead', { name: childName })}</p>
      {hasText ? null : (
        <div className="actions">
          <Button name="intent" value="draftChildText">
            {t('review:child.propose')}
          </Button>
        </div>
      )}
      <TextField
        name="childTitle"
        label={t('review:child.title')}
        value={childTitle}
        error={errors['childTitle']}
        isOptional
      />
      <TextArea
        name="childText"
        label={t('review:child.text')}
        hint={<Readability text={childText} />}
        value={childText}
        error={errors['childText']}
        isOptional
      />
      <TextArea
        name="childTextEasy"
        label={t('review:child.easy')}
        hint={<Readability text={childTextEasy} />}
        value={childTextEasy}
        error={errors['childTextEasy']}
        rows={3}
        isOptional
      />
      <Tick
        name="childTextApproved"
        label={t('review:child.approve')}
        hint={t('review:child.approveHint')}
        isTicked={isChildTextApproved}
      />
    </ReviewStep>
  )
}

function Readability({ text }: { text: string }) {
  const { t } = useLanguage()
  const read = withoutBlanks(text)
  if (read === '') return null
  return <>{isEasyToRead(read) ? t('review:child.isEasy') : t('review:child.isHard')}</>
}
