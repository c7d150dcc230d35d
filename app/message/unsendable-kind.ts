import type { TFunction } from '../i18n/texts'
import type { Unsendable } from './unsendable-draft'

/** What the form was called that it was begun in. */
export function unsendableKind({ form }: Pick<Unsendable, 'form'>, t: TFunction): string {
  switch (form) {
    case 'message':
      return t('message:title')
    case 'contactRequest':
      return t('message:contact.title')
    case 'point':
      return t('appointment:points.heading')
    case 'otherTime':
      return t('appointment:request.title')
    case 'decline':
      return t('message:unsendable.decline')
    case 'appeal':
      return t('signing:appealTitle')
    default:
      return t(`note:remark.kind.${form}`)
  }
}
