import { createConnection } from 'node:net'

export type Ports = {
  portal: number
  broker: number
  transcriber: number
  seal: number
  post: number
  mail: number
  database: number
}

export function demoPorts(env: NodeJS.ProcessEnv): Ports {
  return {
    portal: portFrom(env, 'PORT', 3000),
    broker: portFrom(env, 'DEMO_BROKER_PORT', 3001),
    transcriber: portFrom(env, 'DEMO_TRANSCRIBER_PORT', 3002),
    seal: portFrom(env, 'DEMO_SEAL_PORT', 3003),
    post: portFrom(env, 'DEMO_POST_PORT', 3004),
    mail: portFrom(env, 'DEMO_MAIL_PORT', 3025),
    database: portFrom(env, 'DEMO_DATABASE_PORT', 54329),
  }
}

/** @throws Error naming each taken port and the setting that moves it */
export async function requireFree(ports: Partial<Ports>): Promise<void> {
  const settings: Record<keyof Ports, string> = {
    portal: 'PORT',
    broker: 'DEMO_BROKER_PORT',
    transcriber: 'DEMO_TRANSCRIBER_PORT',
    seal: 'DEMO_SEAL_PORT',
    post: 'DEMO_POST_PORT',
    mail: 'DEMO_MAIL_PORT',
    database: 'DEMO_DATABASE_PORT',
  }
  const taken: string[] = []
  for (const [part, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (await isTaken(port)) taken.push(`port ${port} is taken; ${settings[part]} chooses another`)
  }
  if (taken.length > 0) throw new Error(taken.join('\n'))
}

function portFrom(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const text = env[name]
  if (!text) return standard
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} must be a port number`)
  return port
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection({ host: '127.0.0.1', port })
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}
