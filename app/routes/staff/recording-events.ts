import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { withoutPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { heardTo } from '../../dictation/recording/heard-to'
import { listEvents } from '../../dictation/recording/list-events'
import { readPreview } from '../../dictation/recording/read-preview'
import { eventStream } from '../../server/event-stream'

/**
 * A dictation's progress as server-sent events. A page that reconnects continues after its last event. The page that
 * records asks for the words of the open phrase too: they have no number, and are told once.
 */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const arrival = { request, context }
  const open = async () => {
    const recordingId = idFrom(params['recordingId'])
    const found = await asStaff(arrival, (tx) => findRecording(tx, recordingId))
    if (!found) throw notFound()
    const wantsPreview = new URL(request.url).searchParams.has('oppen')
    let sealed: string | null = null
    return eventStream({
      after: heardTo(request.headers.get('Last-Event-ID') ?? askedIn(request)),
      // Each read checks the session again; without one the guard throws, and the stream ends.
      read: (after) => {
        const told = sealed
        sealed = null
        return asStaff(arrival, async (tx) => {
          const events = await listEvents(tx, recordingId, after)
          if (told === null) return events
          const { dataKeys } = context
          const preview = await readPreview(tx, recordingId, { sealed: told, dataKeys })
          return [...events, { number: events.at(-1)?.number ?? after, kind: 'preview', data: { preview } }]
        })
      },
      watch: (watcher) =>
        context.recordingWatch.watch(recordingId, {
          ...watcher,
          onPreview: (words) => {
            if (!wantsPreview) return
            sealed = words
            watcher.onNews()
          },
        }),
      closed: context.closed,
    })
  }
  return withoutPage(open())
}

function askedIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('efter')
}
