import type { TFunction } from '../i18n/texts'
import type { Attachment } from './list-attachments'

/** As its sender called it, or what it is. */
export function attachmentName({ name, type }: Pick<Attachment, 'name' | 'type'>, t: TFunction): string {
  if (name) return name
  return t(`attachment:unnamed.${type ?? 'application/pdf'}`)
}
