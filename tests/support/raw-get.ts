import { request } from 'node:http'

/** Asks with exactly this request target and Host header, as no browser would. */
export function rawGet(
  origin: string,
  path: string,
  host: string,
): Promise<{ status: number; location: string }> {
  const { port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
    })
    asked.on('error', reject).end()
  })
}
