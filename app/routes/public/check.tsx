import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readUpload } from '../../server/upload'
import { checkPackage, type Checked } from '../../signing/check/check-package'
import { CheckPage } from '../../signing/check/check-page'
import { largestPackage } from '../../signing/verifier/package'

export const handle = { script: false, title: 'check:title' }

export function loader({ context }: LoaderFunctionArgs) {
  return { isSetUp: context.packageTrust !== null, most: largestPackage / 1024 / 1024 }
}

/** Judged while its sender waits, and forgotten. Nobody is asked who they are, and no database. */
export async function action({ request, context }: ActionFunctionArgs) {
  const upload = await readUpload(request, 'file')
  try {
    const trust = context.packageTrust
    if (!trust) return data(undefined, 404)
    const bytes = await wholeOf(upload.file, largestPackage)
    const checked: Checked =
      upload.isCut() || !bytes
        ? { fault: upload.isCut() ? 'cut' : 'tooLarge' }
        : await checkPackage({ bytes, trust, at: context.machineNow() }, context.closed)
    return data(checked, 'fault' in checked ? 422 : 200)
  } finally {
    upload.leave()
  }
}

/** Null when there is more than that. */
async function wholeOf(file: AsyncIterable<unknown>, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of file as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

export default function CheckRoute() {
  const { isSetUp, most } = useLoaderData<typeof loader>()
  const checked = useActionData<typeof action>()
  return <CheckPage isSetUp={isSetUp} most={most} checked={checked} />
}
