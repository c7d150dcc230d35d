import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { Chips } from '../ui/chip'
import { ReadAloud } from '../ui/page/read-aloud'
import type { AnswerFault } from './answers'
import type { Instrument, Item } from './instrument'
import { SurveyItem } from './item'
import type { Step } from './steps'

type AnswerItemProps = {
  instrument: Instrument
  item: Item
  step: Step
  given: string | string[] | undefined
  refused: { fault: AnswerFault; posted: string[] } | undefined
}

/** One question. To go on without choosing is to skip it. */
export function AnswerItem({ instrument, item, step, given, refused }: AnswerItemProps) {
  const { t } = useLanguage()
  return (
    <>
      <p className="muted">{t('answering:item.progress', { at: step.number, of: step.of })}</p>
      <form method="post" className="form">
        <div id="question">
          <SurveyItem
            instrument={instrument}
            item={item}
            answer={refused ? refused.posted : given}
            isHeading
            error={refused && t(`answering:item.${refused.fault}`)}
          />
        </div>
        <div className="not-has-[.chip:not([hidden])]:hidden">
          <Chips>
            <ReadAloud region="question" />
          </Chips>
        </div>
        <div className="actions">
          <Button variant="primary">{t('answering:item.next')}</Button>
          <ButtonLink href={step.back}>{t('answering:item.back')}</ButtonLink>
          {given === undefined ? null : (
            <Button variant="quiet" name="skip" value="1">
              {t('answering:item.skip')}
            </Button>
          )}
        </div>
      </form>
    </>
  )
}
