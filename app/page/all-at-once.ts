/**
 * Waits for what was asked in one transaction, by name. Nothing waits for the answer before it: the questions go to the
 * database together (`pipeline` in db/connect.ts) and are answered in their order.
 * @throws the first error; the transaction is then rolled back
 */
export async function allAtOnce<Asked extends Record<string, unknown>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const entries = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const)
  return Object.fromEntries(await Promise.all(entries)) as { [Name in keyof Asked]: Awaited<Asked[Name]> }
}
