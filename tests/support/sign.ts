import type { Page } from '@playwright/test'
import { lookupHash } from '../../app/person/personal-identity-number'
import { encryptNumber } from '../../app/person/personal-identity-number'
import { parseDataKeys } from '../../app/person/data-keys'
import type { PersonKey } from '../../db/seed/people'
import { idOf } from './people'
import type { Town } from './town'
import { testNumber } from './town'

/** Gives somebody of the town a number of their own, by which they can sign too. */
export async function numberToSignWith(town: Town, who: PersonKey): Promise<string> {
  const number = testNumber()
  const keys = parseDataKeys(process.env['E2E_DATA_KEYS'] ?? '')
  await town.owner.query(
    'update person set id_number_hash = $1, id_number_encrypted = $2 where municipality_id = $3 and id = $4',
    [lookupHash(number, keys), encryptNumber(number, keys), town.id, idOf(who)],
  )
  return number
}

/** Somebody whom the broker offers by name, as staff are, or a number that is typed there. */
type Signer = { name: string } | { number: string }
type Answer = Signer & { fault?: string; hasScript?: boolean }

/** From the page before signing through the broker's pages, which play BankID. Ends where the broker sends one. */
export async function signWithBankId(
  page: Page,
  { fault, hasScript = true, ...signer }: Answer,
): Promise<void> {
  await page.getByRole('button', { name: 'Skriv under med BankID' }).click()
  if (!hasScript) await page.getByRole('button', { name: 'Fortsätt till BankID' }).click()
  if ('name' in signer) await page.getByRole('radio', { name: signer.name }).check()
  else await page.getByLabel('Annat testnummer').fill(signer.number)
  await page.getByRole('button', { name: 'Visa texten' }).click()
  if (fault) {
    await page.locator('summary').click()
    await page.locator(`input[value=${fault}]`).check()
  }
  await page.getByRole('button', { name: 'Skriva under' }).click()
}
