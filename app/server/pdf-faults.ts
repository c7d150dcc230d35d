import { checkPdfMaker } from '../document/pdf/check-pdf-maker.ts'
import type { SettingsFault } from './setting-reader.ts'

/** A portal that would freeze other bytes than the ones that were looked at freezes nothing. */
export async function pdfFaults(check: () => Promise<void> = checkPdfMaker): Promise<SettingsFault[]> {
  try {
    await check()
    return []
  } catch (error) {
    return [{ name: 'Documents', fault: error instanceof Error ? error.message : String(error) }]
  }
}
