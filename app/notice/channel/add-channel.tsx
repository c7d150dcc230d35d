import type { NoticeChannel, NoticeTopic } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { ChannelChoices } from './channel-choices'
import type { ChannelFault, PostedChannel } from './channel-in'
import type { Added } from './channels'
import { isTyped, type TypedChannel } from './own-address'

type Posted = Omit<PostedChannel, 'fault'> & { fault: ChannelFault | Exclude<Added, 'added' | 'there'> }
type AddChannelProps = {
  channel: NoticeChannel
  pushKey: string | null
  municipalityName: string
  posted: Posted | null
}

// Offered, not chosen: nothing is sent before the form is.
const atFirst: readonly NoticeTopic[] = ['news', 'reminders', 'survey', 'appointments']

/** Asks for an address, whether it is safe at home, when to tell and in which words. */
export function AddChannel({ channel, pushKey, municipalityName, posted }: AddChannelProps) {
  const { t } = useLanguage()
  const error = posted ? t(`notice:fault.${posted.fault}`) : undefined
  const at = posted ? fieldOf(posted.fault) : null
  const errorAt = (field: Field) => (at === field ? error : undefined)
  return (
    <details className="disclose" open={posted !== null}>
      <summary>{t(`notice:add.${channel}`)}</summary>
      <div className="disclose-body">
        <OwnForm className="form" {...(channel === 'push' && { 'data-push': pushKey ?? '' })}>
          {error ? (
            <ErrorSummary
              heading={t('ui:errors.heading', { count: 1 })}
              errors={[{ href: at === 'address' ? `#${channel}` : `#${channel}-${at}`, text: error }]}
            />
          ) : null}
          <input type="hidden" name="channel" value={channel} />
          {channel === 'push' ? <PushAddress error={errorAt('address')} /> : null}
          {channel === 'digitalPost' ? <Mailbox error={errorAt('address')} /> : null}
          {isTyped(channel) ? (
            <Address channel={channel} value={posted?.typed} error={errorAt('address')} />
          ) : null}
          <RadioGroup
            name="safe"
            id={`${channel}-safe`}
            legend={t('notice:safe.legend')}
            hint={t('notice:safe.hint')}
            value={posted?.safe}
            error={errorAt('safe')}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`notice:safe.${value}`) }))}
          />
          <ChannelChoices
            id={channel}
            topics={posted?.topics ?? atFirst}
            wording={posted?.wording ?? 'neutral'}
            municipalityName={municipalityName}
            error={errorAt('topic')}
          />
          <div className="actions">
            <Button name="do" value="add" disabled={channel === 'push'}>
              {t(channel === 'push' ? 'notice:do.addPush' : 'notice:do.add')}
            </Button>
          </div>
        </OwnForm>
        {channel === 'push' ? <script src="/push-settings.js" defer /> : null}
      </div>
    </details>
  )
}

type Field = 'address' | 'safe' | 'topic'

function fieldOf(fault: Posted['fault']): Field {
  if (fault === 'safeUnanswered' || fault === 'notSafe') return 'safe'
  return fault === 'noTopic' ? 'topic' : 'address'
}

type AddressProps = { channel: TypedChannel; value: string | undefined; error: string | undefined }

function Address({ channel, value, error }: AddressProps) {
  const { t } = useLanguage()
  const isEmail = channel === 'email'
  return (
    <TextField
      name={channel}
      label={t(`notice:address.${channel}`)}
      hint={t('notice:address.hint')}
      value={value}
      error={error}
      // type="email" would judge by the browser's own rule and in its own words.
      inputMode={isEmail ? 'email' : 'tel'}
      autoComplete={isEmail ? 'email' : 'tel'}
      spellCheck={false}
      dir="ltr"
    />
  )
}

/** Its sender is seen there whatever the person chooses below, so that is said first. */
function Mailbox({ error }: { error: string | undefined }) {
  const { t } = useLanguage()
  return (
    <div id="digitalPost">
      {error ? <p className="field-error">{error}</p> : null}
      <p>{t('notice:mailbox.how')}</p>
    </div>
  )
}

/** push-settings.js puts the device's address in and opens the button; without it the form says what it needs. */
function PushAddress({ error }: { error: string | undefined }) {
  const { t } = useLanguage()
  return (
    <div id="push">
      <input type="hidden" name="push" />
      {error ? <p className="field-error">{error}</p> : null}
      <p data-push-needs-script>{t('notice:push.script')}</p>
      <p data-push-how hidden>
        {t('notice:push.how')}
      </p>
      <p data-push-unable hidden>
        {t('notice:push.unable')}
      </p>
      <p role="alert">
        <span data-push-denied hidden>
          {t('notice:push.denied')}
        </span>
      </p>
    </div>
  )
}
