import type { JobSetName } from '../../db/jobs.ts'
import type { JobSet, StartJobs } from './job-set.ts'

/** A worker loads only the sets that it runs. */
export const jobSets: { [Name in JobSetName]: JobSet<Name> } = {
  recordings: async (source) => (await import('./recording/recording-jobs.ts')).recordingJobs(source),
  signing: async (source) => (await import('./signing/signing-jobs.ts')).signingJobs(source),
  retention: async () => (await import('./retention/retention-jobs.ts')).retentionJobs,
  notices: async (source) => (await import('./notice/notice-jobs.ts')).noticeJobs(source),
  survey: async (source) => (await import('./survey/survey-jobs.ts')).surveyJobs(source),
  attachment: async (source) => (await import('./attachment/attachment-jobs.ts')).attachmentJobs(source),
}
export const jobSetNames = Object.keys(jobSets) as JobSetName[]

export type StartSet = { [Name in JobSetName]: StartJobs<Name> }[JobSetName]
