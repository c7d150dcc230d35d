import type { Request, Response } from 'express'

export function endWhenSlow(req: Request, res: Response, seconds: number): void {
  const timer = setTimeout(() => void (req.complete || req.destroy()), seconds * 1000)
  res.once('close', () => clearTimeout(timer))
}
