import { useLanguage } from '../../i18n/language-context'
import { Chip } from '../chip'

/**
 * Reads a region of the page with the device's own voice. Hidden until enhance.js has found one: the text
 * must never travel to a speech service on the net.
 */
export function ReadAloud({ region }: { region: string }) {
  const { t } = useLanguage()
  return (
    <Chip
      hidden
      data-read-aloud={region}
      data-start={t('ui:readAloud.start')}
      data-stop={t('ui:readAloud.stop')}
    >
      {t('ui:readAloud.start')}
    </Chip>
  )
}
