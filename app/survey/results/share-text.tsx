import { useLanguage } from '../../i18n/language-context'
import type { Share } from './share'
import { shareWords } from './share-words'

/** ".." for what is hidden; screen readers get words. */
export function ShareText({ share }: { share: Share }) {
  const { t, language } = useLanguage()
  if (share) return <>{shareWords(share, { t, language })}</>
  return (
    <>
      <span aria-hidden="true">..</span>
      <span className="sr">{t('results:hidden')}</span>
    </>
  )
}
