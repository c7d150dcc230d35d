import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Notice } from '../ui/notice'

type Sent = { id: string; text: string; readableFrom: string | Date }

/** What nobody else can read yet, with a way to take it back. */
export function JustSent({ messages }: { messages: readonly Sent[] }) {
  const { t, dates } = useLanguage()
  if (messages.length === 0) return null
  return (
    <Notice tone="done" heading={t('message:sent.heading')}>
      {messages.map(({ id, text, readableFrom }) => (
        <OwnForm key={id} className="grid gap-3">
          <p>
            {messages.length > 1 ? <q dir="auto">{beginning(text)}</q> : null}{' '}
            {t('message:sent.until', { time: dates.time(readableFrom) })}
          </p>
          <input type="hidden" name="message" value={id} />
          <div className="actions">
            <Button name="do" value="takeBack">
              {t('message:sent.takeBack')}
            </Button>
          </div>
        </OwnForm>
      ))}
    </Notice>
  )
}

const beginning = (text: string) => Array.from(text).slice(0, 30).join('')
