import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { ClamdAddress } from '../../app/server/clamd-setting.ts'

/** The file that scanners find by agreement (EICAR), put together here: as one text it would be found in this file. */
export const scannersTestFile = (): string =>
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

export type FakeClamd = {
  address: ClamdAddress
  url: string
  /** Every file that came whole. */
  scanned: Buffer[]
  /** `garbage`: another program answers; `limit`: it answers and breaks off after so many bytes. */
  mode: 'honest' | 'silent' | 'garbage' | { limit: number }
  close: () => Promise<void>
}

/** A server that speaks clamd's protocol as clamd 1.4 does: INSTREAM ended by NUL, pieces with their lengths. */
export async function startFakeClamd(): Promise<FakeClamd> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    serve(clamd, socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const clamd: FakeClamd = {
    address: { host: '127.0.0.1', port },
    url: `tcp://127.0.0.1:${port}`,
    scanned: [],
    mode: 'honest',
    close: async () => {
      open.forEach((socket) => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
  return clamd
}

const command = 'zINSTREAM\0'

function serve(clamd: FakeClamd, socket: Socket): void {
  let left = Buffer.alloc(0)
  let size = 0
  let isScanning = false
  const file: Buffer[] = []
  const answer = (text: string) => void socket.end(`${text}\0`)
  socket.on('data', (part: Buffer) => {
    const { mode } = clamd
    left = Buffer.concat([left, part])
    size += part.length
    if (mode === 'silent') return
    if (mode === 'garbage') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    if (typeof mode === 'object' && size > mode.limit) {
      socket.write('INSTREAM size limit exceeded. ERROR\0')
      return void socket.resetAndDestroy()
    }
    if (!isScanning) {
      if (left.length < command.length) return
      if (left.toString('latin1', 0, command.length) !== command) return answer('UNKNOWN COMMAND')
      left = left.subarray(command.length)
      isScanning = true
    }
    while (left.length >= 4) {
      const length = left.readUInt32BE(0)
      if (length === 0) {
        const whole = Buffer.concat(file)
        clamd.scanned.push(whole)
        return answer(
          whole.includes(scannersTestFile()) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
        )
      }
      if (left.length < 4 + length) return
      file.push(left.subarray(4, 4 + length))
      left = left.subarray(4 + length)
    }
  })
}
