import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { Disclose } from '../../ui/disclose'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page/layout'
import type { OwnFault } from './change-own'
import { ChannelChoices } from './channel-choices'
import type { OwnChannel } from './channels'
import { isTyped } from './own-address'

type Shown = Omit<OwnChannel, 'addedAt'> & { addedAt: Date | string }
type OwnChannelCardProps = { channel: Shown; municipalityName: string; fault: OwnFault | null }

/** One of the person's own: what waits for a code asks for it, what is on can be changed, all can be taken away. */
export function OwnChannelCard({ channel, municipalityName, fault }: OwnChannelCardProps) {
  const { t, dates } = useLanguage()
  const { id, state, hint, addedAt } = channel
  const isUnreadable = hint === null && isTyped(channel.channel)
  const error = fault ? t(`notice:fault.${fault}`) : undefined
  const code = `code-${channel.channel}`
  const at = fault === 'noTopic' ? `${id}-topic` : code
  return (
    <Section heading={t(`notice:channel.${channel.channel}`)}>
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${at}`, text: error }]}
        />
      ) : null}
      <p>
        {hint ? <bdi dir="ltr">{hint}</bdi> : t('notice:device', { when: dates.when(addedAt) })}
        {' · '}
        {t(`notice:state.${isUnreadable ? 'stopped' : state}`)}
      </p>
      {isUnreadable ? (
        <Notice tone="warn">
          <p>{t('notice:stopped.unreadable')}</p>
        </Notice>
      ) : null}
      {state === 'stopped' && !isUnreadable ? (
        <Notice tone="warn">
          <p>{t('notice:stopped.text')}</p>
          <p>{t(`notice:stopped.${again[channel.channel]}`)}</p>
        </Notice>
      ) : null}
      {state !== 'on' && !isUnreadable && channel.channel !== 'push' ? (
        <ConfirmForm channel={channel} error={at === code ? error : undefined} />
      ) : null}
      {state === 'on' && !isUnreadable ? (
        <ChangeForm
          channel={channel}
          municipalityName={municipalityName}
          error={fault === 'noTopic' ? error : undefined}
        />
      ) : null}
      <OwnForm>
        <input type="hidden" name="channel" value={id} />
        <Button variant="quiet" name="do" value="remove">
          {t('notice:do.remove')}
        </Button>
      </OwnForm>
    </Section>
  )
}

const again = { email: 'again', sms: 'again', push: 'deviceAgain', digitalPost: 'mailboxAgain' } as const

type ConfirmFormProps = { channel: Shown; error: string | undefined }

function ConfirmForm({ channel: { id, channel, hint, isCodeWaiting }, error }: ConfirmFormProps) {
  const { t } = useLanguage()
  return (
    <>
      {isCodeWaiting || error ? (
        <OwnForm className="form">
          <input type="hidden" name="channel" value={id} />
          <TextField
            name={`code-${channel}`}
            label={hint ? t('notice:code.label', { hint: `\u2066${hint}\u2069` }) : t('notice:code.mailbox')}
            hint={t('notice:code.hint')}
            error={error}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            isShort
          />
          <div className="actions">
            <Button variant="primary" name="do" value="confirm">
              {t('notice:do.confirm')}
            </Button>
          </div>
        </OwnForm>
      ) : null}
      <OwnForm>
        <input type="hidden" name="channel" value={id} />
        <Button name="do" value="code">
          {t('notice:do.again')}
        </Button>
      </OwnForm>
    </>
  )
}

type ChangeFormProps = { channel: Shown; municipalityName: string; error: string | undefined }

function ChangeForm({ channel: { id, topics, wording }, municipalityName, error }: ChangeFormProps) {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('notice:topic.legend')}>
      <OwnForm className="form">
        <input type="hidden" name="channel" value={id} />
        <ChannelChoices
          id={id}
          topics={topics}
          wording={wording}
          municipalityName={municipalityName}
          error={error}
        />
        <div className="actions">
          <Button name="do" value="change">
            {t('notice:do.save')}
          </Button>
        </div>
      </OwnForm>
    </Disclose>
  )
}
