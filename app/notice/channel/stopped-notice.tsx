import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { OwnChannel } from './channels'
import { isTyped } from './own-address'

/** Told inside, since it cannot be told where it does not arrive. */
export function StoppedNotice({
  stopped,
}: {
  stopped: readonly Pick<OwnChannel, 'id' | 'channel' | 'hint'>[]
}) {
  const { t } = useLanguage()
  return stopped.map(({ id, channel, hint }) => (
    <Notice
      key={id}
      tone="warn"
      heading={
        isTyped(channel)
          ? t('notice:stopped.heading', {
              hint: hint ? `\u2066${hint}\u2069` : t(`notice:channel.${channel}`),
            })
          : t(channel === 'push' ? 'notice:stopped.device' : 'notice:stopped.mailbox')
      }
    >
      <p>{t('notice:stopped.text')}</p>
      <p>
        <a href={personAt.notices}>{t('notice:stopped.change')}</a>
      </p>
    </Notice>
  ))
}
