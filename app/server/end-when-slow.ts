import type { Request, Response } from 'express'

/** Bytes a second that every line gets through, 2G included. */
const slowest = 1000
const lookEvery = 10_000

/** Cuts off a body that takes longer than so many seconds, or of which too little comes. */
export function endWhenSlow(req: Request, res: Response, seconds: number): void {
  let before = req.socket.bytesRead
  const whole = setTimeout(() => void (req.complete || req.destroy()), seconds * 1000)
  const look = setInterval(() => {
    const { bytesRead } = req.socket
    // While something waits to be read, it is we who are slow.
    const isWaiting = req.readableLength === 0 && !req.complete
    if (isWaiting && bytesRead - before < (slowest * lookEvery) / 1000) req.destroy()
    before = bytesRead
  }, lookEvery)
  const stop = () => {
    clearTimeout(whole)
    clearInterval(look)
  }
  req.once('end', stop)
  res.once('close', stop)
}

/** Lets a sender whom nobody listens to come to the end, so that it sees the answer, but not for ever. */
export function endUnread(req: Request, seconds: number): void {
  if (req.complete) return
  const timer = setTimeout(() => void req.socket.destroy(), seconds * 1000)
  req.once('close', () => clearTimeout(timer))
  req.resume()
}
