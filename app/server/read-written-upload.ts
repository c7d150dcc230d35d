import { Readable } from 'node:stream'
import { isForm, postedForm } from '../access/posted-form.ts'
import { readUpload, type Upload } from './upload.ts'

// As much as a form without a file may hold in all (body-rules.ts), so that a text too long to keep is given back whole.
const longestText = 256 * 1024

/**
 * A form in which somebody has written, with a file last. Without one when it comes back from the page that kept its text
 * while its session had ended. What is written has arrived when the file begins.
 */
export async function readWrittenUpload(
  request: Request,
  field: string,
): Promise<{ form: FormData; upload: Upload }> {
  if (isForm(request)) return { form: await postedForm(request), upload: without }
  const upload = await readUpload(request, field, longestText)
  const form = new FormData()
  for (const [name, text] of upload.fields) form.append(name, text)
  return { form, upload }
}

const without: Upload = {
  fields: new Map(),
  fileName: '',
  file: Readable.from([]),
  isCut: () => false,
  isFieldCut: false,
  leave: () => undefined,
}
