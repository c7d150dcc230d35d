import { setPriority } from 'node:os'
import { limitProcess } from '../../apart/limit-process.ts'
import { verifyPackage } from '../verifier/package.ts'
import { trustOf } from '../verifier/trust.ts'
import type { CheckOrder } from './check-package.ts'

// A file from anybody: what it makes us do comes after everybody else's pages, and can be ended.
limitProcess({ bytes: 500_000_000, seconds: 30 })
setPriority(10)

process.once('message', ({ bytes, trust, at }: CheckOrder) => {
  // Whoever told the roots has judged them.
  const verdict = verifyPackage(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    trustOf(trust, false),
    at,
  )
  process.send!(verdict, () => process.exit(0))
})
