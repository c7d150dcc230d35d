export type RecordingProblem =
  'engineLoading' | 'engineAway' | 'modelMissing' | 'undecodable' | 'tooLong' | 'noSpeech' | 'decodeFailed'

/** The file gave no text, and will not by itself. */
export function isFileProblem(problem: RecordingProblem | null): boolean {
  return problem === 'undecodable' || problem === 'tooLong' || problem === 'decodeFailed'
}
