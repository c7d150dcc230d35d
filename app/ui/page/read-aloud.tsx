import { useLanguage } from '../../i18n/language-context'
import { Chip } from '../chip'

/**
 * Reads a region aloud with the device's own voice. Hidden until enhance.js finds one: the text must never be sent to
 * a speech service.
 */
export function ReadAloud({
  region,
  skip,
}: {
  region: string
  /** A line that is no part of the text. */ skip?: string
}) {
  const { t } = useLanguage()
  return (
    <Chip
      hidden
      data-read-aloud={region}
      data-start={t('ui:readAloud.start')}
      data-skip={skip}
      data-stop={t('ui:readAloud.stop')}
    >
      {t('ui:readAloud.start')}
    </Chip>
  )
}
