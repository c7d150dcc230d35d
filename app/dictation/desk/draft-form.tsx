import type { FormEvent, RefObject } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { longestDraft, longestTitle } from '../../text/draft-limits'
import { Button } from '../../ui/form/button'
import { LiveRegion } from '../../ui/live-region'
import { Notice } from '../../ui/notice'
import type { DraftKeeper, SaveState } from './draft-keeper'
import { OpenWords } from './open-words'
import { OwnForm } from '../../ui/form/own-form'

type DraftFormProps = {
  title: string
  text: string
  titleField: RefObject<HTMLInputElement>
  textField: RefObject<HTMLTextAreaElement>
  keeper: DraftKeeper
  saving: SaveState
  /** Null: nobody speaks. */
  openWords: string | null
  signInAt: string
  caseAt: string
  /** Going on is what comes next, and so the filled button. */
  isNext: boolean
  onInput: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

export function DraftForm({ title, text, titleField, textField, keeper, saving, ...props }: DraftFormProps) {
  const { t } = useLanguage()
  const { openWords, signInAt, caseAt, isNext, onInput, onSubmit } = props
  return (
    <OwnForm className="form" onSubmit={onSubmit}>
      <input type="hidden" name="revision" value={saving.revision} />
      <input type="hidden" name="mergedTo" value={saving.mergedTo} />
      <div className="field">
        <label className="field-label" htmlFor="title">
          {t('dictation:desk.titleLabel')}
        </label>
        <input
          className="input"
          id="title"
          name="title"
          ref={titleField}
          defaultValue={title}
          maxLength={longestTitle}
          dir="auto"
          lang="sv"
          onInput={keeper.changed}
        />
      </div>
      <div className="field draft-field">
        <label className="field-label" htmlFor="text">
          {t('dictation:desk.text')}
        </label>
        <p className="field-hint" id="text-hint">
          {t('dictation:desk.textHint')}
        </p>
        <textarea
          className="input draft-text"
          id="text"
          name="text"
          ref={textField}
          rows={12}
          defaultValue={text}
          dir="auto"
          lang="sv"
          aria-describedby="text-hint"
          onInput={() => {
            keeper.changed()
            onInput()
          }}
        />
        {openWords === null ? null : <OpenWords words={openWords} />}
      </div>
      <SaveLine saving={saving} signInAt={signInAt} caseAt={caseAt} />
      {saving.other ? <OtherText saving={saving} keeper={keeper} /> : null}
      <div className="actions">
        <Button variant={isNext ? 'primary' : 'secondary'} name="do" value="next">
          {t('dictation:desk.next')}
        </Button>
        <Button name="do" value="save">
          {t('dictation:desk.save')}
        </Button>
      </div>
    </OwnForm>
  )
}

function SaveLine({
  saving: { save },
  signInAt,
  caseAt,
}: Pick<DraftFormProps, 'saving' | 'signInAt' | 'caseAt'>) {
  const { t } = useLanguage()
  const words = t(`dictation:save.${save}`, { count: longestDraft })
  const isWarning = save !== 'saved' && save !== 'unsaved' && save !== 'saving'
  return (
    <>
      {/* Without script nobody sees what is typed after the page was drawn: a notice answers a save instead. */}
      {isWarning ? null : <p className="muted only-script">{words}</p>}
      <LiveRegion>
        {isWarning ? (
          <Notice tone="warn">
            <p>
              {words}{' '}
              {save === 'signIn' ? (
                <a href={signInAt} target="_blank" rel="noopener">
                  {t('dictation:sending.signInLink')}
                </a>
              ) : null}
              {save === 'gone' ? <a href={caseAt}>{t('dictation:save.goneLink')}</a> : null}
            </p>
          </Notice>
        ) : null}
      </LiveRegion>
    </>
  )
}

function OtherText({ saving, keeper }: { saving: SaveState; keeper: DraftKeeper }) {
  const { t } = useLanguage()
  return (
    <div className="stack">
      <h2>{t('dictation:save.other')}</h2>
      <blockquote className="document" lang="sv" dir="auto">
        {saving.other?.text}
      </blockquote>
      <div className="actions only-script">
        <Button type="button" onClick={() => void keeper.keepMine()}>
          {t('dictation:save.keepMine')}
        </Button>
        <Button type="button" onClick={keeper.takeOther}>
          {t('dictation:save.takeOther')}
        </Button>
      </div>
    </div>
  )
}
