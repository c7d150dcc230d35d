import { useEffect, useMemo, useRef } from 'react'
import type { DeskProps } from './desk-props'
import { createDraftKeeper } from './draft-keeper'
import { draftServer } from './draft-server'
import { useObservable } from './use-observable'

export function useDraft({ noteId, holder, revision, mergedTo, other, fault }: DeskProps) {
  const text = useRef<HTMLTextAreaElement>(null)
  const title = useRef<HTMLInputElement>(null)
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        fields: () => ({ text: text.current!, title: title.current! }),
        revision,
        mergedTo,
        met: { save: other ? 'stale' : (fault ?? 'saved'), other },
        ...draftServer(noteId, holder),
      }),
    [noteId, holder, revision, mergedTo, other, fault],
  )
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
