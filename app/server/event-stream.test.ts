import { expect, test } from 'vitest'
import { createRecordingWatch } from '../dictation/recording/recording-watch.ts'
import { eventStream } from './event-stream.ts'

test('a stream that is opened while the portal leaves ends at once, so that it is opened elsewhere', async () => {
  const { watch, close } = createRecordingWatch('postgres://portal@127.0.0.1:1/nowhere', () => undefined)
  await close()
  const stream = eventStream({
    after: 0,
    read: () => Promise.resolve([]),
    watch: (watcher) => watch('a recording', watcher),
    closed: new AbortController().signal,
  })
  expect(await stream.text()).toBe('retry: 1000\n\n')
})
