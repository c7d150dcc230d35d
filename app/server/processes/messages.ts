import type { MetricObjectWithValues, MetricValue } from 'prom-client'

/** What one process has counted since it began. */
export type Counted = MetricObjectWithValues<CountedValue>[]

/** A histogram has values of several names. */
export type CountedValue = MetricValue<string> & { metricName?: string }

/** From a process that answers requests to the one that keeps them. */
export type ToKeeper =
  | { kind: 'ask'; question: number }
  | { kind: 'counted'; question: number; counted: Counted }
  /** What it has counted in the end. */
  | { kind: 'last'; counted: Counted }

export type ToProcess =
  | { kind: 'count'; question: number }
  | { kind: 'all'; question: number; all: Counted[] }
  /** Another process is there in its place. */
  | { kind: 'leave' }
