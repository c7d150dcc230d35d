import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { Tick } from '../../ui/form/tick'
import type { ReviewFaultTexts } from './fault-texts'
import { ParagraphVoices } from './paragraph-voices'
import type { Review } from './review-of'
import type { ReviewValues } from './review-values'

type ReviewedTextProps = { review: Review; values: ReviewValues; errors: ReviewFaultTexts }

/** The text as it stands, whose words each paragraph is, and below them the one tick that says that both are right. */
export function ReviewedText({ review, values, errors }: ReviewedTextProps) {
  const { t } = useLanguage()
  return (
    <div className="form">
      <ParagraphVoices
        paragraphs={review.voices}
        values={values}
        names={[...review.people.map(({ givenName }) => givenName), ...review.staffNames]}
        errors={errors}
      />
      <p>
        <a href={staffAt.note(review.noteId)}>{t('review:text.edit')}</a>
      </p>
      {/* Voices that the computer has suggested and nobody has looked at are not ticked for, whatever was said before. */}
      <Tick
        name="reviewed"
        id="klar"
        label={t('review:reviewed')}
        isTicked={values.isReviewed && values.areVoicesSeen}
      />
      <div className="actions">
        <Button variant="primary" name="intent" value="next">
          {t('review:next')}
        </Button>
        <Button name="intent" value="save">
          {t('review:save')}
        </Button>
      </div>
    </div>
  )
}
