import { holderField } from '../../app/ui/form/holder.ts'

/** Whom the portal draws a caseworker's forms for, as their pages say; null while the portal does not answer. */
export async function formMark(address: string, cookie: string): Promise<string | null> {
  const page = await fetch(`${address}/handlaggare`, {
    headers: { cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null,
  )
  return new RegExp(`name="${holderField}" value="([^"]+)"`).exec(page ?? '')?.[1] ?? null
}
