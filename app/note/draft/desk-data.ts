import type { OpenDraft, OpenNote } from './open-note'

export type DeskData = ReturnType<typeof deskData>

export function deskData(note: OpenNote, draft: OpenDraft) {
  const { noteId, caseId, childName, kind, eventAt, caseWords } = note
  const { revision, mergedTo, title, text, changeReason, recordings, failedFiles, dropped } = draft
  return {
    ...{ noteId, caseId, childName, kind, eventAt, changeReason },
    ...{ revision, mergedTo, title, text },
    recordings: recordings.map(({ id, source, state, mode, problem, startedAt, erasedAt }) => ({
      ...{ id, source, state, mode, problem, startedAt, erasedAt },
    })),
    failedFiles: failedFiles.map(({ id, problem, startedAt }) => ({ id, problem, startedAt })),
    dropped,
    words: caseWords,
  }
}
