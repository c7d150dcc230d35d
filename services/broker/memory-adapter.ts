import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; expiresAt: number }

/** The library's own one warns on the console that it is not for production. */
export function createMemoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>()

  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined
  }
  const search = (prefix: string, member: string, value: string): AdapterPayload | undefined => {
    const key = [...entries.keys()].find((each) => each.startsWith(prefix) && read(each)?.[member] === value)
    return key === undefined ? undefined : read(key)
  }

  return (model): Adapter => ({
    upsert(id, payload, expiresIn) {
      for (const [key, { expiresAt }] of entries) if (expiresAt <= Date.now()) entries.delete(key)
      entries.set(`${model}:${id}`, { payload, expiresAt: Date.now() + (expiresIn ?? Infinity) * 1000 })
      return Promise.resolve()
    },
    find: (id) => Promise.resolve(read(`${model}:${id}`)),
    findByUid: (uid) => Promise.resolve(search(`${model}:`, 'uid', uid)),
    findByUserCode: (userCode) => Promise.resolve(search(`${model}:`, 'userCode', userCode)),
    consume(id) {
      const payload = read(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      return Promise.resolve()
    },
    destroy(id) {
      entries.delete(`${model}:${id}`)
      return Promise.resolve()
    },
    revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
      return Promise.resolve()
    },
  })
}
