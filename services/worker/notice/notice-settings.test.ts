import { expect, test } from 'vitest'
import { readSettings } from '../../../app/server/settings.ts'
import { pushKeys, settingsFor } from '../../../tests/support/notice-world.ts'
import { settingSource } from '../setting-source.ts'
import { readNoticeSettings } from './notice-settings.ts'

const ofTests = settingsFor({
  smtpUrl: 'smtp://portal:hidden-word@mail.ekdala.se:587',
  smsUrl: 'https://portal:hidden-word@gateway.se/a1/sms',
  digitalPostUrl: 'https://portal:hidden-word@gateway.se/digital-mail-sender/4.1',
  partyUrl: 'https://portal:hidden-word@gateway.se/party/2.0',
})
const good = {
  ...ofTests,
  PUSH_ALLOW_PRIVATE: '',
  MAIL_FROM: 'Mina sidor <svara-inte@ekdala.se>',
  PUSH_CONTACT: 'mailto:drift@ekdala.se',
}

function faultsOf(changed: Record<string, string>): string[] {
  const source = settingSource({ ...good, ...changed } as unknown as NodeJS.ProcessEnv, true)
  readNoticeSettings(source)
  expect(JSON.stringify(source.faults)).not.toContain('hidden-word')
  return source.faults.map(({ name }) => name)
}

test('every channel that is named can be sent by', () => {
  const read = readNoticeSettings(settingSource(good as unknown as NodeJS.ProcessEnv, true))
  expect(Object.keys(read!.senders)).toEqual(['email', 'sms', 'push', 'digitalPost'])
})

test('a municipality’s own domain gives nobody away', () => {
  expect(faultsOf({ MAIL_FROM: 'Mina sidor <svara-inte@ekdalakommun.se>' })).toEqual([])
})

test('where none is named nothing else is asked for, and nothing is sent', () => {
  const source = settingSource({} as NodeJS.ProcessEnv, true)
  expect(readNoticeSettings(source)).toEqual({ senders: {}, origin: null })
  expect(source.faults).toEqual([])
})

test('everything that is missing is listed at once, of what is named alone', () => {
  const missing = (channels: string) => {
    const source = settingSource({ NOTICE_CHANNELS: channels } as unknown as NodeJS.ProcessEnv, true)
    expect(readNoticeSettings(source)).toBeNull()
    return source.faults.map(({ name }) => name)
  }
  expect(missing('email')).toEqual(['SMTP_URL', 'MAIL_FROM'])
  expect(missing('sms')).toEqual(['SMS_URL', 'SMS_SHAPE', 'SMS_FROM'])
  expect(missing('digitalPost')).toEqual(['DIGITAL_POST_URL', 'DIGITAL_POST_PARTY_URL'])
  expect(missing('push')).toEqual(['PUSH_PUBLIC_KEY', 'PUSH_KEY', 'PUSH_CONTACT'])
})

test.each([
  ['a channel nobody knows', { NOTICE_CHANNELS: 'email,fax' }, 'NOTICE_CHANNELS'],
  ['the demo’s mail server', { SMTP_URL: 'smtp://demo:hidden-word@localhost:3025' }, 'SMTP_URL'],
  ['a mail server by http', { SMTP_URL: 'http://mail.ekdala.se' }, 'SMTP_URL'],
  [
    'a check switched off by the address',
    { SMTP_URL: 'smtp://mail.ekdala.se/?tls.rejectUnauthorized=false' },
    'SMTP_URL',
  ],
  ['the demo’s sender', { MAIL_FROM: 'Mina sidor <svara-inte@post.invalid>' }, 'MAIL_FROM'],
  ['a sender that says who we are', { MAIL_FROM: 'Socialtjänsten <svara-inte@ekdala.se>' }, 'MAIL_FROM'],
  ['a mailbox that says who we are', { MAIL_FROM: 'barnochfamilj@ekdala.se' }, 'MAIL_FROM'],
  [
    'a domain that says who we are',
    { MAIL_FROM: 'Mina sidor <svar@socialforvaltningen.ekdala.se>' },
    'MAIL_FROM',
  ],
  ['a domain that says so in other letters', { MAIL_FROM: 'svar@xn--vrd-ula.ekdala.se' }, 'MAIL_FROM'],
  ['a sender with a line of its own', { MAIL_FROM: 'A\r\nBcc: b <a@ekdala.se>' }, 'MAIL_FROM'],
  ['no sender', { MAIL_FROM: 'Mina sidor' }, 'MAIL_FROM'],
  ['a gateway without https', { SMS_URL: 'http://gateway.se/a1/sms' }, 'SMS_URL'],
  ['the demo’s gateway', { SMS_URL: 'https://demo:hidden-word@localhost:3004/a1/sms' }, 'SMS_URL'],
  ['a gateway nobody has described', { SMS_SHAPE: 'constructor' }, 'SMS_SHAPE'],
  ['digital post without https', { DIGITAL_POST_URL: 'http://gateway.se/post' }, 'DIGITAL_POST_URL'],
  [
    'the demo’s mailboxes',
    { DIGITAL_POST_PARTY_URL: 'https://demo:hidden-word@localhost:3004/party' },
    'DIGITAL_POST_PARTY_URL',
  ],
  ['a sender longer than eleven letters', { SMS_FROM: 'Minasidorna1' }, 'SMS_FROM'],
  ['a sender that says who we are, in an SMS', { SMS_FROM: 'Soctjanst' }, 'SMS_FROM'],
  ['a key that is too short', { PUSH_KEY: 'AAAA' }, 'PUSH_KEY'],
  ['a key of another pair', { PUSH_KEY: Buffer.alloc(32, 6).toString('base64url') }, 'PUSH_KEY'],
  ['a public key that is none', { PUSH_PUBLIC_KEY: pushKeys.private }, 'PUSH_PUBLIC_KEY'],
  ['no way to reach us', { PUSH_CONTACT: 'drift@ekdala.se' }, 'PUSH_CONTACT'],
  ['the demo’s contact', { PUSH_CONTACT: 'mailto:demo@post.invalid' }, 'PUSH_CONTACT'],
  ['pushes to its own network', { PUSH_ALLOW_PRIVATE: 'yes' }, 'PUSH_ALLOW_PRIVATE'],
])('production refuses %s, by name alone', (_what, changed, name) => {
  expect(faultsOf(changed)).toEqual([name])
})

test('the portal offers what is named, and asks for half a key where there are pushes', () => {
  const portal = (changed: Record<string, string>) =>
    readSettings(changed as unknown as NodeJS.ProcessEnv, true)
  const about = (read: ReturnType<typeof readSettings>) =>
    'faults' in read ? read.faults.map(({ name }) => name).filter((name) => /NOTICE|PUSH/.test(name)) : []
  expect(about(portal({ NOTICE_CHANNELS: 'push' }))).toEqual(['PUSH_PUBLIC_KEY'])
  expect(about(portal({ NOTICE_CHANNELS: 'pigeon' }))).toEqual(['NOTICE_CHANNELS'])
  expect(about(portal({ NOTICE_CHANNELS: 'email,sms' }))).toEqual([])
})
