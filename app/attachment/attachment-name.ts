import type { TFunction } from 'i18next'
import type { Attachment } from './list-attachments'

/** As its sender called it, or what it is. */
export const attachmentName = ({ name, type }: Pick<Attachment, 'name' | 'type'>, t: TFunction): string =>
  name || t(`attachment:unnamed.${type ?? 'application/pdf'}`)
