import { limitProcess } from '../../app/apart/limit-process.ts'

/** What a program that looks at files from outside may be made to do. */
export type Misdeed = { kind: 'hang' | 'spin' | 'eat' | 'tell' | 'write' }

limitProcess({ bytes: 300_000_000, seconds: 5 })

process.once('message', ({ kind }: Misdeed) => {
  if (kind === 'tell') return void process.send!({ settings: Object.keys(process.env) })
  if (kind === 'write') return void tryToWrite()
  if (kind === 'spin') for (;;);
  const eaten: Buffer[] = []
  const more = () => {
    if (kind === 'eat') eaten.push(Buffer.alloc(20_000_000, 1))
    setTimeout(more, 1)
  }
  more()
})

async function tryToWrite(): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  const outcome = await writeFile('/tmp/kept-by-a-judge', 'x').then(
    () => 'written',
    (error: unknown) => (error as NodeJS.ErrnoException).code,
  )
  process.send!({ outcome })
}
