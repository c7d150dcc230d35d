import { type ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { basename } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

// Test files share a process (vitest.config.ts): what one leaves running, another would meet as its own.
const running = new Set<ChildProcess>()

function seen(message: unknown): void {
  const { process: child } = message as { process: ChildProcess }
  child.once('spawn', () => running.add(child))
  child.once('exit', () => running.delete(child))
}

const name = ({ spawnargs }: ChildProcess) => spawnargs.map((part) => basename(part)).join(' ')

beforeAll(() => subscribe('child_process', seen))

afterAll(async () => {
  unsubscribe('child_process', seen)
  const ending = [...running].filter(({ killed }) => killed)
  await Promise.all(ending.map((child) => once(child, 'exit')))
  expect([...running].map(name), 'processes left running').toEqual([])
})
