import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { Counter, Registry } from 'prom-client'
import { metricsText } from '../../app/server/metrics.ts'
import { inProcesses } from '../../app/server/processes/in-processes.ts'
import { runUntilTold } from '../../app/server/run-until-told.ts'
import { shutdownOf } from '../../app/server/shutdown.ts'

// A small portal in as many processes as WEB_PROCESSES says. Started by tests; where the file REFUSES_IF is, it refuses.
await inProcesses((siblings) =>
  runUntilTold(async () => {
    if (existsSync(process.env['REFUSES_IF'] ?? '')) {
      console.error('A_SETTING is missing')
      process.exit(3)
    }
    const registry = new Registry()
    const asked = new Counter({ name: 'asked_total', help: 'Asked', registers: [registry] })
    const text = metricsText({ registry }, siblings)
    const addresses: Record<string, RequestListener> = {
      '/who': (_req, res) => {
        asked.inc()
        res.end(String(process.pid))
      },
      '/whole-body': (req, res) => {
        res.write(`${process.pid} has `)
        req.resume().once('end', () => res.end('all'))
      },
      '/metrics': (_req, res) => void text().then((counts) => res.end(counts)),
    }
    const server = createServer((req, res) => addresses[req.url ?? '']?.(req, res))
    server.keepAliveTimeout = 65_000
    server.listen(Number(process.env['PORT']), '127.0.0.1')
    await once(server, 'listening')
    process.send?.('listening')
    const nothing = () => Promise.resolve()
    return shutdownOf({ server, siblings, endStreams: nothing, release: nothing })
  }, 15_000),
)
