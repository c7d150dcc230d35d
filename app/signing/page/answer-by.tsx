import { useLanguage } from '../../i18n/language-context'
import type { SignatureRequest } from '../request/signature-request'

/** Nothing where the time to answer does not run out. */
export function AnswerBy({ request }: { request: Pick<SignatureRequest, 'answerOn'> }) {
  const { t, dates } = useLanguage()
  if (!request.answerOn) return null
  return <p>{t('signing:answerBy', { date: dates.day(request.answerOn) })}</p>
}
