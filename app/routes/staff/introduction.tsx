import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { findOwnIntroduction, introduce, removePicture } from '../../introduction/introduction'
import { IntroductionForm } from '../../introduction/introduction-form'
import { faultsOf, introductionIn, pictureField } from '../../introduction/introduction-in'
import { newFace } from '../../introduction/new-face'
import { OwnIntroduction } from '../../introduction/own-introduction'
import { notFound, notTaken, tooLarge } from '../../page/problem'
import { readWrittenUpload } from '../../server/read-written-upload'
import type { Upload } from '../../server/upload'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'introduction:title' }

type Done = 'saved' | 'removed'
const done = (what: Done) => redirect(`${staffAt.introduction}?klart=${what}`, 303)

export function loader({ request, context }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const own = await findOwnIntroduction(tx)
    if (!own) throw notFound()
    const asked = new URL(request.url).searchParams.get('klart')
    return { own, done: (['saved', 'removed'] as const).find((each) => each === asked) ?? null }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { form, upload } = await readWrittenUpload(args.request, pictureField)
  try {
    return await takeIn(args, form, upload)
  } finally {
    upload.leave()
  }
}

async function takeIn({ request, context }: ActionFunctionArgs, form: FormData, upload: Upload) {
  if (upload.isFieldCut) throw tooLarge()
  const arrival = { request, context, form }
  if (textOf(form, 'do') === 'removePicture') {
    await asStaff(arrival, removePicture)
    return done('removed')
  }
  const values = introductionIn(form)
  // Whoever is nobody's caseworker has nothing looked into.
  const own = await asStaff(arrival, findOwnIntroduction)
  if (!own) throw notTaken(values.text)
  // Where the line broke, what was written may be missing too: nothing is kept.
  const pictures = { isChosen: upload.fileName !== '' || upload.isCut(), isThere: own.pictureId !== null }
  const faults = faultsOf(values, pictures)
  if (faults.length > 0) return data({ values, faults }, 400)
  const face = pictures.isChosen ? await newFace(upload, context.dataKeys) : null
  if (face && 'refused' in face) {
    const refused = { field: pictureField, fault: face.refused } as const
    return data({ values, faults: [refused] }, face.refused === 'busy' ? 503 : 400)
  }
  const isKept = await asStaff(arrival, (tx) => introduce(tx, { ...values, face }))
  if (!isKept) throw notTaken(values.text)
  return done('saved')
}

export default function IntroductionRoute() {
  const { own, done } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const kept = { text: own.text ?? '', pictureText: own.pictureText ?? '' }
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <PageHeading title={t('introduction:title')} lead={t('introduction:lead')} />
      {done && !posted ? <Notice tone="done">{t(`introduction:done.${done}`)}</Notice> : null}
      <OwnIntroduction own={own} />
      <IntroductionForm
        values={posted?.values ?? kept}
        faults={posted?.faults ?? []}
        hasPicture={own.pictureId !== null}
      />
    </>
  )
}
