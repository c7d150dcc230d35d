import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
/** Everything the bench leaves behind for its next run: databases, builds, logs of the last run. */
export const workFolder = join(root, '.cache/bench')

/** How much is measured. `quick` is for trying the command, never for figures that are kept. */
export type Plan = {
  /** A commit whose portal is measured beside this one. */
  against?: string | undefined
  rounds: number
  /** Of load, for each side in each round. */
  seconds: number
  warmUpSeconds: number
  /** Over all connections, before the load on a page: each of the portal's connections plans its statements once. */
  warmUpRequests: number
  connections: number
  /** Requests of each side in each round, one after another. */
  sequential: number
  manyCases: number
  fewCases: number
  /** Times that a dictation is spoken, at the speed of speech. */
  dictationRounds: number
  /** Dictations that send their sound at once. */
  dictations: number
  /** Notes in one list to the ingest API, and lists on their way at once. */
  batch: { notes: number; lists: number }
  /** Dictations in which a process is killed, for each of the processes. */
  kills: number
  /** Signatures in which a process is killed, for each of the processes at each of the steps. */
  signingKills: number
  /** Signatures sealed before the worker is weighed. */
  sealed: number
  /** Signatures judged in each round, by so many people. */
  signatures: { judged: number; people: number }
  /** Changed proofs that are judged. */
  mutants: { documents: number; answers: number }
  /** Of the survey: in one round, and people who answer at once. */
  responses: number
  answerers: number
  /** Half of them answers: sent while processes are killed, and told in a steady flow. */
  messages: { killed: number; told: number }
}

export const wholePlan: Plan = {
  rounds: 5,
  seconds: 4,
  warmUpSeconds: 1,
  warmUpRequests: 320,
  connections: 16,
  sequential: 200,
  manyCases: 100_000,
  fewCases: 1_000,
  dictationRounds: 5,
  dictations: 200,
  batch: { notes: 250, lists: 4 },
  kills: 20,
  signingKills: 20,
  sealed: 40,
  signatures: { judged: 1_000, people: 40 },
  mutants: { documents: 300_000, answers: 50_000 },
  responses: 1_000_000,
  answerers: 50,
  messages: { killed: 1_000, told: 4_000 },
}

export const quickPlan: Plan = {
  ...wholePlan,
  rounds: 1,
  seconds: 2,
  warmUpSeconds: 1,
  warmUpRequests: 80,
  // A machine that does something else too plans statements on sixteen connections at once for longer than a page may take.
  connections: 4,
  sequential: 100,
  manyCases: 5_000,
  dictationRounds: 1,
  batch: { notes: 50, lists: 4 },
  kills: 3,
  signingKills: 1,
  sealed: 3,
  signatures: { judged: 1_000, people: 5 },
  mutants: { documents: 20_000, answers: 5_000 },
  messages: { killed: 100, told: 400 },
}

/** What must hold. The ratios hold on any machine; the rest is for one like the one that docs/benchmarks.md names. */
export const goals = {
  toDataFreeRemix: 0.6,
  toDataFreeOnExpress: 2,
  memoryToDataFree: 0.7,
  coldStartToDataFree: 1.3,
  caseToEarlier: 2.5,
  pageToEarlier: 2,
  processorToEarlier: 0.4,
  lcpToBare: 1.15,
  manyCasesToFew: 1.1,
  crowdedToUsual: 1.5,
  /** Of node's own share of a request: on two cores the database and the load take theirs from both. */
  twoProcessesToOne: 1.8,
  manyMessagesToFew: 1.1,
  messagesToInserts: 0.1,
  erasingToWithout: 1.3,
  pageBytes: 30_000,
  pageRequests: 12,
  accessibility: 100,
  bestPractices: 100,
  performance: 97,
  cumulativeShift: 0,
  lcpMilliseconds: 1_200,
  p99Milliseconds: 180,
  aloneMilliseconds: 12,
  coldStartSeconds: 1,
  loadedMegabytes: 250,
  serviceToEngine: 1.05,
  secondsBeyondEngine: 0.6,
  chunksToInserts: 0.2,
  /** The transcriber's is the bound it states itself (services/transcriber/health.ts). */
  processMegabytes: { portal: 300, worker: 300, transcriber: 2_600 },
  ingestToCopy: 0.2,
  ingestedOneByOne: 120,
  pdfMilliseconds: 100,
  judgedToBareVerify: 0.04,
  resultsToAggregate: 1.2,
}
