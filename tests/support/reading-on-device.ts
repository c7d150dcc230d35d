import { expect, type Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { idOf } from './people'
import type { Town } from './town'

export const alva = storyId('case', 'EK-2026-0098')
export const preparation = `/handlaggare/arenden/${alva}/las-tillsammans/${idOf('alva')}`
export const [c2, letter] = [storyId('note', 'C2'), storyId('document', 'alva/letter')]

/** Olle chooses two things for Alva. Ends where the code stands. */
export async function prepare(page: Page): Promise<string> {
  await page.goto(`/handlaggare/arenden/${alva}`)
  await page.getByRole('link', { name: 'Läs tillsammans med Alva' }).click()
  await page.locator(`[name="document-${letter}"]`).fill('2')
  await page.locator(`[name="note-${c2}"]`).fill('1')
  await page.getByRole('radio', { name: 'En vårdnadshavare' }).check()
  await page.getByLabel('Namn på den som är med').fill('Lina Ström Berg')
  await page.getByRole('button', { name: 'Börja läsa tillsammans' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Öppna för Alva')
  const code = await page.locator('.survey-code').textContent()
  expect(code).toMatch(/^\d{4} \d{4}$/)
  return code!
}

export async function open(page: Page, code: string): Promise<void> {
  await page.goto('/las-tillsammans')
  await page.getByLabel('Kod').fill(code)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Alva!')
}

export async function sessionsOf({ owner, id }: Town): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from session where municipality_id = $1',
    [id],
  )
  return rows[0]!.count
}
