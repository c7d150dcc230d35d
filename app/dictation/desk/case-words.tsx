import { useState, type FormEvent } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { longestWord } from '../../text/draft-limits'
import { Button } from '../../ui/form/button'
import { holderField } from '../../ui/form/holder'
import { OwnForm } from '../../ui/form/own-form'

/** Words the engine does not know. With script the page does not reload, so a recording goes on. */
export function CaseWords({ words: fromServer }: { words: readonly string[] }) {
  const { t } = useLanguage()
  const [words, setWords] = useState(fromServer)
  const post = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const field = (name: string) => {
      const value = fields.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [deed, word] = [field('do'), field('word')]
    const body = new URLSearchParams({ do: deed, word, [holderField]: field(holderField) })
    const answer = await fetch('', { method: 'POST', body, redirect: 'manual' }).catch(() => null)
    if (answer?.type !== 'opaqueredirect') return
    const others = words.filter((each) => each !== word)
    setWords(deed === 'addWord' && word ? [...others, word].sort() : others)
    form.reset()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => void post(event)
  return (
    <div className="stack">
      <p className="muted">{t('dictation:words.lead')}</p>
      <ul className="word-list" role="list">
        {words.map((word) => (
          <li key={word}>
            <OwnForm onSubmit={submit}>
              <input type="hidden" name="do" value="removeWord" />
              <input type="hidden" name="word" value={word} />
              <button type="submit" className="chip" aria-label={t('dictation:words.remove', { word })}>
                <bdi lang="sv">{word}</bdi> <span aria-hidden="true">×</span>
              </button>
            </OwnForm>
          </li>
        ))}
      </ul>
      <OwnForm className="form word-form" onSubmit={submit}>
        <input type="hidden" name="do" value="addWord" />
        <div className="field">
          <label className="field-label" htmlFor="word">
            {t('dictation:words.add')}
          </label>
          <input
            className="input input-short"
            id="word"
            name="word"
            maxLength={longestWord}
            lang="sv"
            dir="auto"
          />
        </div>
        <div className="actions">
          <Button>{t('dictation:words.addButton')}</Button>
        </div>
      </OwnForm>
    </div>
  )
}
