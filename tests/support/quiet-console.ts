import { beforeEach, expect, vi } from 'vitest'

// What nobody expected to be printed is a fault: a warning of React, a rejected promise, a forgotten line.
beforeEach(() => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => {
    const calls = said.mock.calls
    said.mockRestore()
    expect(calls, 'console.error').toEqual([])
  }
})
