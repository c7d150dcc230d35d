import { createHash, randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { newSessionToken } from '../../app/access/cookies.ts'
import { holderMarkOf } from '../../app/access/holder-mark.ts'
import { holderHeader } from '../../app/ui/form/holder.ts'
import { pino } from 'pino'
import type { RequestContext } from '../../app/context.ts'
import { createRecordingWatch } from '../../app/dictation/recording/recording-watch.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { createNote } from '../../app/note/draft/create-note.ts'
import { tindrasCase } from './asked.ts'
import { testKeys } from './keys.ts'
import { idOf, municipalityOf } from './people.ts'
import { openStories, storyTime, type Stories } from './stories.ts'

type Params = Record<string, string>
type Sent = {
  params: Params
  method?: string
  body?: BodyInit
  headers?: Record<string, string>
  query?: string
}
type Route = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<Response>

export type DeskWorld = {
  stories: Stories
  /** Asks a route without a page, as somebody of the staff, or nobody. */
  ask: (who: StaffKey | null, route: unknown, sent: Sent) => Promise<Response>
  /** As the forms of their pages carry it. */
  markOf: (who: StaffKey) => string
  /** A note with an empty draft in Tindra's case. */
  draftOf: (who: StaffKey) => Promise<{ noteId: string; versionId: string }>
  /** The visitor of the next question goes away. */
  leave: () => void
  close: () => Promise<void>
}

const origin = 'https://minasidor.example'

/** The stories and what a dictation's addresses need, without the server in front. */
export async function openDeskWorld(): Promise<DeskWorld> {
  const stories = await openStories()
  const url = stories.owner
  const portalUrl = `postgres://portal:portal@${url.host}:${url.port}/${url.database ?? ''}`
  const recordingWatch = createRecordingWatch(portalUrl, () => undefined)
  const cookies = new Map<StaffKey, string>()
  let gone = new AbortController()

  const cookieOf = async (who: StaffKey) => {
    const known = cookies.get(who)
    if (known) return known
    const { cookie, hash } = newSessionToken(municipalityOf(who))
    await stories.owner.query(
      `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'staff', $3, 'phone')`,
      [municipalityOf(who), hash, idOf(who)],
    )
    cookies.set(who, cookie)
    return cookie
  }
  const markOf = (who: StaffKey) =>
    holderMarkOf('staff', { municipalityId: municipalityOf(who), subjectId: idOf(who) }, testKeys)
  const contextOf = () =>
    ({
      requestId: 'a1b2c3d4e5',
      callerKey: Buffer.alloc(32, 7),
      now: () => storyTime,
      origin,
      database: stories.database,
      dataKeys: testKeys,
      log: pino({ level: 'silent' }),
      recordingWatch,
      closed: gone.signal,
      visitor: {
        language: 'sv',
        textSize: 'normal',
        signedIn: null,
        municipalityName: null,
        secondsLeft: null,
        holder: null,
      },
      scripts: { desk: '/desk.js', keepAnswer: '/keep-answer.js', recorder: '/recorder.js' },
    }) as unknown as RequestContext
  return {
    stories,
    ask: async (who, route, { params, method = 'GET', body, headers = {}, query = '' }) => {
      const request = new Request(`${origin}/x${query}`, {
        method,
        body: body ?? null,
        headers: {
          ...(who ? { Cookie: `__Host-staff-sid=${await cookieOf(who)}`, [holderHeader]: markOf(who) } : {}),
          ...headers,
        },
      })
      const args = { request, params, context: contextOf() } as unknown as Parameters<Route>[0]
      return (route as Route)(args).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown
        throw thrown
      })
    },
    markOf,
    draftOf: async (who) => {
      const note = { noteId: randomUUID(), versionId: randomUUID() }
      await stories.asStaff(who, (tx) =>
        createNote(tx, {
          ...note,
          caseId: tindrasCase,
          kind: 'meeting',
          eventAt: storyTime,
          title: 'Möte',
          authorId: idOf(who),
          now: storyTime,
        }),
      )
      return note
    },
    leave: () => {
      gone.abort()
      gone = new AbortController()
    },
    close: async () => {
      gone.abort()
      await recordingWatch.close()
      await stories.close()
    },
  }
}

/** A second of sound that is like no other. */
export function second(number: number): Buffer {
  return Buffer.alloc(32_000, number + 1)
}

export const sha256 = (sound: Uint8Array) => createHash('sha256').update(sound).digest('hex')
