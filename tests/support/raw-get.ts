import { request, type IncomingHttpHeaders } from 'node:http'

/** Asks with exactly this request target and Host header, as no browser would. */
export function rawGet(
  origin: string,
  path: string,
  host: string,
): Promise<{ status: number; location: string; headers: IncomingHttpHeaders }> {
  const { port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      const { statusCode = 0, headers } = answer
      resolve({ status: statusCode, location: headers.location ?? '', headers })
    })
    asked.on('error', reject).end()
  })
}
