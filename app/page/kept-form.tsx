import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { TextArea } from '../ui/form/text-area'
import { sealedField } from './sealed-field'

/** Fields of what is written at length, in any form: its writer sees it before it is sent. */
const writtenFields = new Set([
  'answer',
  'cannotWait',
  'childNotHeardReason',
  'childText',
  'childTextEasy',
  'harm',
  'reason',
  'text',
  'unsent',
  'words',
])

/** A field of another name that holds several words was written too, unless the page wrote it: whose protection it was drawn with. */
const isWritten = (name: string, value: string) =>
  value !== '' && (writtenFields.has(name) || (/\s/.test(value) && name !== 'guards'))

type KeptFormProps = { action: string; kept: [name: string, value: string][]; send: string }

/** The same form again, with whom it was drawn for. Nothing was stored. */
export function KeptForm({ action, kept, send }: KeptFormProps) {
  const { t } = useLanguage()
  return (
    <form method="post" action={action} className="stack">
      {kept.map(([name, value], index) =>
        isWritten(name, value) ? (
          <TextArea key={index} name={name} label={t('problem:kept')} value={value} rows={8} />
        ) : (
          <input key={index} type="hidden" name={name} value={value} />
        ),
      )}
      <Button variant="primary" type="submit">
        {send}
      </Button>
    </form>
  )
}

/** Asks for one's text back. Whoever else presses gets nothing. */
export function SealedForm({ action, sealed, fetch }: { action: string; sealed: string; fetch: string }) {
  return (
    <form method="post" action={action} className="stack">
      <input type="hidden" name={sealedField} value={sealed} />
      <Button type="submit">{fetch}</Button>
    </form>
  )
}

type WayBackProps = { door: string; signIn: string; comeBack: string }

/** Sign in in another window, so that this page stays. */
export function WayBack({ door, signIn, comeBack }: WayBackProps) {
  return (
    <ol className="steps">
      <li>
        <a href={door} target="_blank" rel="noopener">
          {signIn}
        </a>
      </li>
      <li>{comeBack}</li>
    </ol>
  )
}
