import { data, redirect } from '@remix-run/node'
import type { CompiledQuery } from 'kysely'
import type { Answer, Look, PersonTx, ServiceTx, StaffTx } from '../../db/connect'
import type { Subject } from '../../db/opening'
import { isLanguage } from '../i18n/languages'
import type { RequestContext } from '../context'
import type { TextSize, Visitor } from '../visitor/visitor'
import { doors } from '../oidc/sign-in-kind'
import { unavailable, type Problem } from '../page/problem'
import { readCookie, sessionTokenOf } from './cookies'
import { admitForm, typedIn } from './form-of-another'
import { giveBack } from './give-back'
import { holderMarkOf } from './holder-mark'
import { signInPath } from './return-path'

/** `form` has been read by an action; it is given back to the writer when the session has ended. */
type Arrival = { request: Request; context: RequestContext; form?: FormData }

/**
 * Runs a page's work in one transaction as the signed-in person.
 * @throws a redirect to sign-in, or a page that keeps the text, when there is no living session, and a page that shows
 * nothing of it when what was sent was drawn for somebody else; `work` is then never called
 */
export function asPerson<T>(
  arrival: Arrival,
  work: (tx: PersonTx, subject: Subject) => Promise<T>,
): Promise<T> {
  return asHolder(arrival, 'person', arrival.context.database.asPerson, work)
}

/**
 * As {@link asPerson} for a page that asks the database one thing: it is asked in one write (db/connect.ts).
 * @param asked what is asked; an id that is none may end it, which is told to whoever is signed in, as of an unknown one
 * @throws a redirect to sign-in when there is no living session; then nothing was asked
 */
export function askAsPerson<Row>(arrival: Arrival, asked: () => CompiledQuery<Row>): Promise<Answer<Row>> {
  return askAsHolder(arrival, 'person', asked)
}

/** As {@link askAsPerson}, for staff. */
export function askAsStaff<Row>(arrival: Arrival, asked: () => CompiledQuery<Row>): Promise<Answer<Row>> {
  return askAsHolder(arrival, 'staff', asked)
}

async function askAsHolder<Row>(
  { request, context }: Arrival,
  kind: 'person' | 'staff',
  asked: () => CompiledQuery<Row>,
): Promise<Answer<Row>> {
  let question: CompiledQuery<Row>
  try {
    question = asked()
  } catch (ending) {
    const end = (): never => {
      throw ending
    }
    return kind === 'person' ? asPerson({ request, context }, end) : asStaff({ request, context }, end)
  }
  const token = sessionTokenOf(readCookie(request.headers.get('Cookie'), kind, context.origin))
  const answer =
    token && (await context.database.ask(kind, token, context.now(), question).catch(sayUnavailable))
  if (!answer) throw signInNeeded(request, kind, undefined)
  const { subject } = answer
  Object.assign(context.visitor, visitorOf(kind, subject, holderMarkOf(kind, subject, context.dataKeys)))
  return answer
}

/** As {@link asPerson} for public pages: null when nobody is signed in. */
export async function ifPerson<T>(
  arrival: Arrival,
  work: (tx: PersonTx, subject: Subject) => Promise<T>,
): Promise<T | null> {
  const done = await ifHolder(arrival, 'person', arrival.context.database.asPerson, work)
  return done ? done.value : null
}

/** As {@link ifPerson}, for staff. */
export async function ifStaff<T>(
  arrival: Arrival,
  work: (tx: StaffTx, subject: Subject) => Promise<T>,
): Promise<T | null> {
  const done = await ifHolder(arrival, 'staff', arrival.context.database.asStaff, work)
  return done ? done.value : null
}

export function asStaff<T>(
  arrival: Arrival,
  work: (tx: StaffTx, subject: Subject) => Promise<T>,
): Promise<T> {
  return asHolder(arrival, 'staff', arrival.context.database.asStaff, work)
}

/**
 * Lets staff see what a person in an open case would see, by that person's own rules (db/connect.ts). Everything done
 * in it is rolled back, log lines too, so the page logs with {@link asStaff} first.
 * @returns null for a person who is in no case open to the staff member
 */
export async function lookAs<T>({ request, context }: Arrival, look: Look<T>): Promise<T | null> {
  const token = sessionTokenOf(readCookie(request.headers.get('Cookie'), 'staff', context.origin))
  if (!token) throw signInNeeded(request, 'staff', undefined)
  return context.database.lookAs(token, context.now(), look).catch(sayUnavailable)
}

export function asService<T>(context: RequestContext, work: (tx: ServiceTx) => Promise<T>): Promise<T> {
  return context.database.asService(context.now(), work).catch(sayUnavailable)
}

type Enter<Tx, T> = (
  token: { municipalityId: string; hash: Buffer },
  now: Date,
  work: (tx: Tx, subject: Subject) => Promise<T>,
) => Promise<T | null>

async function asHolder<Tx, T>(
  arrival: Arrival,
  kind: 'person' | 'staff',
  enter: Enter<Tx, { value: T }>,
  work: (tx: Tx, subject: Subject) => Promise<T>,
): Promise<T> {
  const done = await ifHolder(arrival, kind, enter, work)
  if (!done) throw signInNeeded(arrival.request, kind, arrival.form)
  return done.value
}

async function ifHolder<Tx, T>(
  { request, context, form }: Arrival,
  kind: 'person' | 'staff',
  enter: Enter<Tx, { value: T }>,
  work: (tx: Tx, subject: Subject) => Promise<T>,
): Promise<{ value: T } | null> {
  const token = sessionTokenOf(readCookie(request.headers.get('Cookie'), kind, context.origin))
  if (!token) return null
  let holder: string | null = null
  return enter(token, context.now(), async (tx, subject) => {
    const mark = holderMarkOf(kind, subject, context.dataKeys)
    Object.assign(context.visitor, visitorOf(kind, subject, mark))
    if (request.method !== 'GET' && request.method !== 'HEAD')
      admitForm({ request, form, door: doors[kind].signIn, holder: mark, keys: context.dataKeys })
    holder = mark
    return { value: await work(tx, subject) }
  }).catch((error: unknown) => giveBack({ request, context, holder, ...(form && { form }) }, error))
}

/** For a transaction that could not be had: the page that says that nothing was saved. Other errors go on. */
export function sayUnavailable(error: unknown): never {
  throw error instanceof Error && error.name === 'DatabaseAway' ? unavailable() : error
}

function visitorOf(kind: 'person' | 'staff', subject: Subject, holder: string): Visitor {
  return {
    language: isLanguage(subject.language) ? subject.language : 'sv',
    textSize: subject.textSize as TextSize,
    signedIn: kind,
    municipalityName: subject.municipalityName,
    secondsLeft: subject.secondsLeft,
    holder,
  }
}

function signInNeeded(request: Request, kind: 'person' | 'staff', form: FormData | undefined) {
  const { pathname } = new URL(request.url)
  const door = doors[kind].signIn
  if (form && typedIn(form).length > 0) {
    const kept = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    return data({ problem: 'sessionEnded', door, action: pathname, kept } satisfies Problem, 401)
  }
  return redirect(signInPath(kind, pathname), 303)
}
