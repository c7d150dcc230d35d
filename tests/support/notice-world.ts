import { createECDH } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { pino } from 'pino'
import {
  addChannel,
  confirmChannel,
  listChannels,
  type NewChannel,
} from '../../app/notice/channel/channels.ts'
import { openCode } from '../../app/notice/channel/sealed-channel.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { startPost, type DemoPost } from '../../services/demo/post/post.ts'
import type { Received } from '../../services/demo/post/received.ts'
import { readNoticeSettings } from '../../services/worker/notice/notice-settings.ts'
import { sendDue, type Sending } from '../../services/worker/notice/send-due.ts'
import { settingSource } from '../../services/worker/setting-source.ts'
import { testKeys } from './keys.ts'
import { idOf, municipalityId } from './people.ts'
import { openStories, storyTime, type Stories } from './stories.ts'

export const ekdala = municipalityId('ekdala')

export type NoticeWorld = {
  stories: Stories
  post: DemoPost
  sending: Sending
  /** Settings of a worker that sends to this world's receivers. */
  settings: Record<string, string>
  /** Lines of the worker's log. */
  log: string[]
  /** The world's clock, which stands still until it is moved. */
  now: () => Date
  setNow: (moment: string | Date) => void
  /** One round of a worker. */
  send: (sending?: Sending) => Promise<void>
  /** What came since it was last asked, in words. */
  taken: () => Received[]
  /** A notice to Tindra of a note that she can read, due now. */
  notice: (more?: {
    kind?: string
    column?: string
    id?: string
    who?: PersonKey
    dueAt?: Date
  }) => Promise<string>
  add: (
    who: PersonKey,
    channel: Partial<NewChannel> & Pick<NewChannel, 'channel' | 'address'>,
  ) => Promise<string>
  /** The same, with the code that came typed in. */
  addConfirmed: NoticeWorld['add']
  codeOf: (channelId: string) => Promise<string>
  rows: <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>
  close: () => Promise<void>
}

const pair = createECDH('prime256v1')
pair.setPrivateKey(Buffer.alloc(32, 5))
/** Keys of a portal at push services, of tests alone. */
export const pushKeys = { public: pair.getPublicKey('base64url'), private: pair.getPrivateKey('base64url') }

// Making keys takes a second: a process of tests has one authority.
const folder = mkdtempSync(join(tmpdir(), 'mina-sidor-post-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** The stories, and real receivers of e-mail, SMS and pushes with a certificate that this process comes to trust. */
export async function openNotices(): Promise<NoticeWorld> {
  const stories = await openStories()
  let moment = storyTime
  const now = () => moment
  const post = await startPost({ folder, ports: { mail: 0, post: 0 }, password: 'of-tests', now })
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), post.root])
  const settings = settingsFor(post)
  const sending: Sending = { ...noticeSettingsOf(settings), dataKeys: testKeys }
  const log: string[] = []
  const logger = pino({ level: 'debug', base: null }, { write: (line: string) => void log.push(line) })
  const worker = { database: stories.database, now, log: logger, signal: new AbortController().signal }
  let seen = 0
  const rows = async <Row>(text: string, values: unknown[] = []) =>
    (await stories.owner.query(text, values)).rows as Row[]
  await rows('delete from notice')
  const codeOf = async (channelId: string) => {
    const [row] = await rows<{ sealed_code: Buffer }>(
      `select sealed_code from notice_delivery where channel_id = $1 and sealed_code is not null`,
      [channelId],
    )
    return openCode(row!.sealed_code, channelId, testKeys)
  }
  const add: NoticeWorld['add'] = (who, given) =>
    stories.asPerson(
      who,
      async (tx) => {
        const channel = { wording: 'neutral', topics: ['news', 'reminders', 'survey'], ...given } as const
        const became = await addChannel(tx, channel, testKeys)
        if (became !== 'added') throw new Error(String(became))
        return (await listChannels(tx, testKeys)).find((each) => each.channel === given.channel)!.id
      },
      moment,
    )
  return {
    stories,
    post,
    sending,
    settings,
    log,
    now,
    setNow: (to) => void (moment = new Date(to)),
    send: (with_ = sending) => sendDue(worker, with_),
    taken: () => {
      const fresh = post.received().slice(seen)
      seen = post.received().length
      return fresh
    },
    notice: async ({
      kind = 'newNote',
      column = 'note_id',
      id = storyId('note', 'A3'),
      who = 'tindra',
      dueAt = moment,
    } = {}) => {
      const [row] = await rows<{ id: string }>(
        `insert into notice (municipality_id, person_id, kind, ${column}, due_at) values ($1, $2, $3, $4, $5) returning id`,
        [ekdala, idOf(who), kind, id, dueAt],
      )
      return row!.id
    },
    add,
    addConfirmed: async (who, given) => {
      const id = await add(who, given)
      const code = given.channel === 'push' ? null : await codeOf(id)
      if (code)
        await stories.asPerson(who, (tx) => confirmChannel(tx, { channelId: id, code }, testKeys), moment)
      return id
    },
    codeOf,
    rows,
    close: async () => {
      await post.stop()
      await stories.close()
    },
  }
}

/** Settings of a worker that sends to these receivers. */
export function settingsFor({
  smtpUrl,
  smsUrl,
  digitalPostUrl,
  partyUrl,
}: Pick<DemoPost, 'smtpUrl' | 'smsUrl' | 'digitalPostUrl' | 'partyUrl'>): Record<string, string> {
  return {
    NOTICE_CHANNELS: 'email,sms,push,digitalPost',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Mina sidor <svara-inte@post.example>',
    SMS_URL: smsUrl,
    SMS_SHAPE: '46elks',
    SMS_FROM: 'Minasidor',
    DIGITAL_POST_URL: digitalPostUrl,
    DIGITAL_POST_PARTY_URL: partyUrl,
    PUSH_KEY: pushKeys.private,
    PUSH_PUBLIC_KEY: pushKeys.public,
    PUSH_CONTACT: 'mailto:drift@post.example',
    PUSH_ALLOW_PRIVATE: 'yes',
    // No portal: receipts go where nobody listens.
    ORIGIN: 'http://127.0.0.1:9',
  }
}

export function noticeSettingsOf(settings: Record<string, string>) {
  const source = settingSource(settings as unknown as NodeJS.ProcessEnv, false)
  const read = readNoticeSettings(source)
  if (!read) throw new Error(JSON.stringify(source.faults))
  return read
}
