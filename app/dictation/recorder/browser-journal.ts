import { chunksWith, secondsOf, type Journal, type JournalEntry, type WaitingChunk } from './journal'

// Safe on a lost computer: the key cannot be exported, and chunks are deleted once the server has them.
type StoredChunk = {
  recordingId: string
  number: number
  nonce: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

const databaseName = 'dictation'
const algorithm = 'AES-GCM'
const whole = (recordingId: string) => IDBKeyRange.bound([recordingId, 0], [recordingId, Infinity])

export async function openBrowserJournal(): Promise<Journal> {
  const database = await openDatabase()
  const key = await ownKey(database)
  const begin = (mode: IDBTransactionMode) => database.transaction(['entries', 'chunks'], mode)
  const entries = (mode: IDBTransactionMode = 'readonly') => begin(mode).objectStore('entries')
  const chunks = (mode: IDBTransactionMode = 'readonly') => begin(mode).objectStore('chunks')
  return {
    find: (recordingId) => done<JournalEntry | undefined>(entries().get(recordingId)),
    entries: async ({ noteId, holder }) => {
      const all = await done<JournalEntry[]>(entries().getAll())
      return all.filter((entry) => entry.noteId === noteId && entry.holder === holder)
    },
    begin: async (entry) => void (await done(entries('readwrite').put(entry))),
    change: (recordingId, change) => changeEntry(entries('readwrite'), recordingId, () => change),
    add: async (recordingId, { number, sound }) => {
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt({ name: algorithm, iv: nonce }, key, sound)
      const both = begin('readwrite')
      await done(both.objectStore('chunks').put({ recordingId, number, nonce, sealed } satisfies StoredChunk))
      await changeEntry(both.objectStore('entries'), recordingId, (entry) => ({
        chunks: chunksWith(entry, { number, sound }),
      }))
    },
    first: async (recordingId) => {
      const cursor = await done<IDBCursorWithValue | null>(chunks().openCursor(whole(recordingId)))
      return cursor ? opened(cursor.value as StoredChunk, key) : undefined
    },
    confirm: async (recordingId, number) =>
      void (await done(chunks('readwrite').delete([recordingId, number]))),
    waiting: async (recordingId) => {
      const entry = await done<JournalEntry | undefined>(entries().get(recordingId))
      const [first] = await done<[string, number][]>(chunks().getAllKeys(whole(recordingId), 1))
      return entry && first ? secondsOf(entry, entry.chunks - first[1]) : 0
    },
    forget: async (recordingId) => {
      const both = begin('readwrite')
      await done(both.objectStore('chunks').delete(whole(recordingId)))
      await done(both.objectStore('entries').delete(recordingId))
    },
  }
}

async function changeEntry(
  entries: IDBObjectStore,
  recordingId: string,
  change: (entry: JournalEntry) => Partial<JournalEntry>,
): Promise<void> {
  const entry = await done<JournalEntry | undefined>(entries.get(recordingId))
  if (entry) await done(entries.put({ ...entry, ...change(entry) }))
}

async function opened({ number, nonce, sealed }: StoredChunk, key: CryptoKey): Promise<WaitingChunk> {
  const sound = await crypto.subtle.decrypt({ name: algorithm, iv: nonce }, key, sealed)
  return { number, sound: new Uint8Array(sound) }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('keys')
    opening.result.createObjectStore('entries', { keyPath: 'recordingId' })
    opening.result.createObjectStore('chunks', { keyPath: ['recordingId', 'number'] })
  }
  return done<IDBDatabase>(opening)
}

async function ownKey(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  // With two tabs at once, the first one's key is used.
  const keys = database.transaction('keys', 'readwrite').objectStore('keys')
  const known = await done<CryptoKey | undefined>(keys.get(algorithm))
  if (known) return known
  await done(keys.put(made, algorithm))
  return made
}

// The DOM types do not know the stored values.
type Asked = {
  readonly result: unknown
  readonly error: DOMException | null
  addEventListener: (type: 'success' | 'error', listener: () => void) => void
}

function done<T>(asked: Asked): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result as T))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser keeps nothing')))
  })
}
