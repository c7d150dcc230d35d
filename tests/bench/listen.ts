import type { Server } from 'node:http'

/** Listens at PORT for the bench that started this process, and ends with it. */
export function listen(server: Server): void {
  server.keepAliveTimeout = 65_000
  server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'))
  for (const end of ['disconnect', 'SIGTERM', 'SIGINT']) process.once(end, () => process.exit())
}
