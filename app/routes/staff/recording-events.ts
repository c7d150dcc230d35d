import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { withoutPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { heardTo } from '../../dictation/recording/heard-to'
import { listEvents } from '../../dictation/recording/list-events'
import { eventStream } from '../../server/event-stream'

/** A dictation's progress as server-sent events. A page that reconnects continues after its last event. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const arrival = { request, context }
  const open = async () => {
    const recordingId = idFrom(params['recordingId'])
    const found = await asStaff(arrival, (tx) => findRecording(tx, recordingId))
    if (!found) throw notFound()
    return eventStream({
      after: heardTo(request.headers.get('Last-Event-ID') ?? askedIn(request)),
      // Each read checks the session again; without one the guard throws, and the stream ends.
      read: (after) => asStaff(arrival, (tx) => listEvents(tx, recordingId, after)),
      watch: (watcher) => context.recordingWatch.watch(recordingId, watcher),
      closed: context.closed,
    })
  }
  return withoutPage(open())
}

function askedIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('efter')
}
