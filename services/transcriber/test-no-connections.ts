import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'

// Loaded before the service and before its engine's thread: neither may open a connection to anything.
subscribe('net.client.socket', () => {
  writeSync(2, 'outbound connection\n')
  process.kill(process.pid, 'SIGKILL')
})
