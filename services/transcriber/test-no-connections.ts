import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'

// Loaded before the service and its engine's thread: neither may open a connection.
subscribe('net.client.socket', () => {
  writeSync(2, 'outbound connection\n')
  process.kill(process.pid, 'SIGKILL')
})
