import { join, resolve } from 'node:path'
import type { DemoKeys } from './keys.ts'
import type { Ports } from './ports.ts'
import { startPost } from './post/post.ts'

export type RunningPost = {
  url: string
  /** What the portal and the worker both go by. */
  shared: Record<string, string>
  ofWorker: Record<string, string>
  stop: () => Promise<void>
}

/**
 * The receivers of the demo's notices. Whoever sends to them believes their certificate by its root alone, as it would a real one's:
 * production refuses these settings by their user and their addresses.
 */
export async function startDemoPost(inFolder: string, ports: Ports, keys: DemoKeys): Promise<RunningPost> {
  const folder = resolve(inFolder, 'post')
  const post = await startPost({ folder, ports, password: keys.postPassword, now: () => new Date() })
  return {
    url: `http://localhost:${ports.post}`,
    shared: { NOTICE_CHANNELS: 'email,sms,push,digitalPost', PUSH_PUBLIC_KEY: keys.push.publicKey },
    ofWorker: {
      ORIGIN: `http://localhost:${ports.portal}`,
      SMTP_URL: post.smtpUrl,
      MAIL_FROM: 'Mina sidor <svara-inte@post.invalid>',
      SMS_URL: post.smsUrl,
      SMS_SHAPE: '46elks',
      SMS_FROM: 'Minasidor',
      DIGITAL_POST_URL: post.digitalPostUrl,
      DIGITAL_POST_PARTY_URL: post.partyUrl,
      PUSH_KEY: keys.push.privateKey,
      PUSH_CONTACT: 'mailto:demo@post.invalid',
      PUSH_ALLOW_PRIVATE: 'yes',
      NODE_EXTRA_CA_CERTS: join(folder, 'root.pem'),
    },
    stop: post.stop,
  }
}
