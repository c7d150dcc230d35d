import { AggregatorRegistry, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../db/connect.ts'
import { failing, listDeadLetters } from '../../db/dead-letters.ts'
import { listWaitingFiles } from '../../db/waiting-files.ts'
import type { Siblings } from './processes/siblings.ts'

export function createMetrics(database: Database) {
  const registry = new Registry()
  const labelNames = ['method', 'status'] as const
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from request to last byte',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const shed = new Counter({
    name: 'http_requests_shed_total',
    help: 'Requests refused under load',
    registers: [registry],
  })
  new Gauge({
    name: 'web_processes',
    help: 'Processes that answer requests',
    registers: [registry],
  }).set(1)
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the pools',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = database.pool
      this.set({ state: 'total' }, total)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  new Gauge({
    name: 'jobs_failed',
    help: 'Jobs that have failed for good and wait for an operator: npm run jobs',
    labelNames: ['queue'],
    // Of the database: each process would tell the same.
    aggregator: 'first',
    registers: [registry],
    async collect() {
      const letters = await database.asService(new Date(), listDeadLetters).catch(() => null)
      this.reset()
      for (const queue of letters ? failing : []) this.set({ queue }, 0)
      for (const { queue } of letters ?? []) this.inc({ queue })
    },
  })
  new Gauge({
    name: 'attachments_waiting',
    help: 'Attachments that have waited for the scanner for more than an hour: npm run jobs',
    // Of the database: each process would tell the same.
    aggregator: 'first',
    registers: [registry],
    async collect() {
      const files = await database.asService(new Date(), listWaitingFiles).catch(() => null)
      if (files) this.set(files.length)
    },
  })
  return { registry, requests, seconds, shed }
}

export type Metrics = ReturnType<typeof createMetrics>

/** What all processes have counted together, whichever is asked. */
export function metricsText(
  { registry }: Pick<Metrics, 'registry'>,
  siblings: Siblings | null,
): () => Promise<string> {
  if (!siblings) return () => registry.metrics()
  siblings.tell(() => registry.getMetricsAsJSON())
  return async () => AggregatorRegistry.aggregate(await siblings.askAll()).metrics()
}
