import { staffAt } from '../../addresses'
import { holderHeader } from '../../ui/form/holder'
import type { HeardSegment } from '../text/merge-heard'
import type { DraftContent, OtherDraft, SaveAnswer } from './draft-keeper'
import { keepSession } from './keep-session'

export function draftServer(noteId: string, holder: string) {
  const address = staffAt.draft(noteId)
  return {
    send: async (draft: DraftContent & { revision: number }): Promise<SaveAnswer> => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [holderHeader]: holder },
        body: JSON.stringify(draft),
        redirect: 'manual',
        // keepalive saves when leaving the page; browsers allow at most 64 kB.
        keepalive: draft.text.length < 15_000,
        signal: AbortSignal.timeout(15_000),
      }).catch(() => null)
      if (!answer) return { is: 'away' }
      // Signed out, or somebody else has signed in.
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403)
        return { is: 'signIn' }
      if (answer.status === 404) return { is: 'gone' }
      if (answer.status === 413) return { is: 'tooLong' }
      if (answer.status === 409) return { is: 'stale', other: (await answer.json()) as OtherDraft }
      if (!answer.ok) return { is: 'away' }
      keepSession()
      const { revision } = (await answer.json()) as { revision: number }
      return { is: 'saved', revision }
    },
    askHeard: async (after: number): Promise<readonly HeardSegment[]> => {
      const answer = await fetch(`${address}?efter=${after}`, { redirect: 'manual' }).catch(() => null)
      if (!answer?.ok) return []
      return ((await answer.json()) as { heard: HeardSegment[] }).heard
    },
  }
}
