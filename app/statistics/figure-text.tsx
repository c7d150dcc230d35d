import { useLanguage } from '../i18n/language-context'
import type { Figure, Measure } from './documentation-times'
import { figureWords } from './figure-words'

/** ".." for a hidden figure, a dash for one that was not measured. Screen readers get words. */
export function FigureText({ measure, figure }: { measure: Measure; figure: Figure }) {
  const { t, language } = useLanguage()
  if (typeof figure === 'number') return <>{figureWords(measure, figure, { t, language })}</>
  const [sign, words] = figure === null ? ['..', t('statistics:hidden')] : ['–', t('statistics:notMeasured')]
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="sr">{words}</span>
    </>
  )
}
