import { useState, type FormEvent } from 'react'
import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Disclose } from '../../ui/disclose'
import { LiveRegion } from '../../ui/live-region'
import { Notice } from '../../ui/notice'
import type { DictationMode } from '../text/spoken-commands'
import { CaseWords } from './case-words'
import type { DeskProps } from './desk-props'
import { DictationNotices } from './dictation-notices'
import { DraftForm } from './draft-form'
import { DroppedLines } from './dropped-lines'
import { ModeChoice } from './mode-choice'
import { RecorderPanel } from './recorder-panel'
import { Shortcuts, useShortcuts } from './shortcuts'
import { Unfinished, UnfinishedElsewhere } from './unfinished'
import { useDictation } from './use-dictation'
import { useDraft } from './use-draft'

export function Desk(props: DeskProps) {
  const { noteId, recordings, words } = props
  const { t } = useLanguage()
  const [mode, setMode] = useState<DictationMode>('automatic')
  const [dropped, setDropped] = useState(props.dropped)
  const [mustWait, setMustWait] = useState(false)
  const [hasText, setHasText] = useState((props.typed ?? props).text.trim() !== '')
  const { text, title, keeper, saving } = useDraft(props)
  const { dictation, state, writing } = useDictation(props, {
    onHeard: (segment) => {
      keeper.hear(segment)
      look()
    },
    onDropped: (segment) =>
      setDropped((known) => [...known.filter((each) => each.number !== segment.number), segment]),
  })
  const look = () => setHasText(text.current?.value.trim() !== '')
  // One filled button: to speak while there is nothing to read, then to go on.
  const isNext = !dictation || (state.phase === 'idle' && hasText)
  const press = () => void (state.phase === 'idle' ? dictation?.start(mode) : dictation?.stop())
  useShortcuts({
    onRecord: press,
    onParagraph: () => keeper.insert('\n\n'),
    onSave: () => void keeper.saveNow(),
  })

  const goOn = async () => {
    await dictation?.stop()
    const isSent = (await dictation?.settled()) ?? true
    const isSaved = await keeper.saveNow()
    setMustWait(keeper.state.get().save !== 'gone' && (!isSent || !isSaved))
    if (isSent && isSaved) location.assign(staffAt.review(noteId))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const goesOn = submitter instanceof HTMLButtonElement && submitter.value === 'next'
    void (goesOn ? goOn() : keeper.saveNow())
  }
  const { openPhrase } = writing
  const spoken = openPhrase?.recordingId === state.recordingId ? openPhrase.text : ''
  const known = new Set([state.recordingId, ...state.unfinished.map(({ recordingId }) => recordingId)])
  const elsewhere = recordings.filter(
    ({ id, source, state: at }) =>
      source === 'live' && at === 'recording' && !known.has(id) && !dictation?.isOwn(id),
  )
  return (
    <div className="stack desk">
      <noscript>
        <p className="notice notice-info">{t('dictation:desk.withoutScript')}</p>
      </noscript>
      <RecorderPanel state={state} isNext={!isNext} onPress={dictation ? press : null} />
      <p className="muted desk-ways">
        {t('dictation:desk.ways')} <a href="#ladda-upp">{t('dictation:desk.waysUpload')}</a>
      </p>
      {dictation ? <Unfinished entries={state.unfinished} dictation={dictation} /> : null}
      <UnfinishedElsewhere recordings={elsewhere} />
      <DictationNotices state={state} writing={writing} noteId={noteId} />
      <DraftForm
        title={props.title}
        text={props.text}
        titleField={title}
        textField={text}
        keeper={keeper}
        saving={saving}
        openWords={state.phase === 'recording' ? spoken : null}
        signInAt={`${staffAt.signIn}?till=${staffAt.note(noteId)}`}
        caseAt={staffAt.case(props.caseId)}
        isNext={isNext}
        onInput={look}
        onSubmit={submit}
      />
      <LiveRegion>{mustWait ? <Notice tone="warn">{t('dictation:save.wait')}</Notice> : null}</LiveRegion>
      <DroppedLines dropped={dropped} />
      <Disclose summary={t('dictation:words.heading')}>
        <CaseWords words={words} />
      </Disclose>
      <div className="only-script">
        <Disclose summary={t('dictation:mode.heading')}>
          <ModeChoice mode={mode} onChoose={setMode} />
        </Disclose>
      </div>
      <div className="only-script">
        <Disclose summary={t('dictation:keys.heading')}>
          <Shortcuts />
        </Disclose>
      </div>
    </div>
  )
}
