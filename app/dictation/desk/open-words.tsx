import { useLanguage } from '../../i18n/language-context'

/**
 * What has been said of a phrase that is not over. It can be found and read, but no screen reader is told of each word:
 * who speaks would be spoken over. The place is kept while somebody records, so that nothing moves.
 */
export function OpenWords({ words }: { words: string }) {
  const { t } = useLanguage()
  return (
    <div className="open-words">
      {words === '' ? null : (
        <>
          <p>{t('dictation:writing.open')}</p>
          <p className="open-words-said" lang="sv" dir="auto">
            <span>{words}</span>
          </p>
        </>
      )}
    </div>
  )
}
