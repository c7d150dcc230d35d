import { useEffect, useMemo, useRef } from 'react'
import type { DeskProps } from './desk-props'
import { createDraftKeeper } from './draft-keeper'
import { draftServer } from './draft-server'
import { useObservable } from './use-observable'

export function useDraft(props: DeskProps) {
  const { noteId, holder, revision, other, fault, typed } = props
  const text = useRef<HTMLTextAreaElement>(null)
  const title = useRef<HTMLInputElement>(null)
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        fields: () => ({ text: text.current!, title: title.current! }),
        revision,
        stored: { title: props.title, text: props.text, mergedTo: props.mergedTo },
        met: { save: other ? 'stale' : (fault ?? 'saved'), other },
        ...draftServer(noteId, holder),
      }),
    [noteId, holder, revision, other, fault, props.title, props.text, props.mergedTo],
  )
  useEffect(() => {
    if (!typed) return
    title.current!.value = typed.title
    // React takes a page over with the text that the page was made with.
    text.current!.value = typed.text
    keeper.look()
  }, [keeper, typed])
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    document.addEventListener('visibilitychange', () => void (document.hidden && keeper.saveNow()), {
      signal,
    })
    window.addEventListener('online', () => void keeper.saveNow(), { signal })
    return () => leaving.abort()
  }, [keeper])
  return { text, title, keeper, saving: useObservable(keeper.state) }
}
