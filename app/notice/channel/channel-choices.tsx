import { noticeTopics, type NoticeTopic } from '../../../db/closed-lists'
import type { NoticeWording } from '../../../db/roles'
import { useLanguage } from '../../i18n/language-context'
import { CheckboxGroup, RadioGroup } from '../../ui/form/choice-group'

type ChannelChoicesProps = {
  /** Before the ids of the fields: there are several such forms on the page. */
  id: string
  topics: readonly NoticeTopic[]
  wording: NoticeWording
  municipalityName: string
  error?: string | undefined
}

/** When to tell, and what is said: each choice shows the very words that are sent. */
export function ChannelChoices({ id, topics, wording, municipalityName, error }: ChannelChoicesProps) {
  const { t } = useLanguage()
  return (
    <>
      <CheckboxGroup
        name="topic"
        id={`${id}-topic`}
        legend={t('notice:topic.legend')}
        values={topics}
        error={error}
        options={noticeTopics.map((topic) => ({ value: topic, label: t(`notice:topic.${topic}`) }))}
      />
      <RadioGroup
        name="wording"
        id={`${id}-wording`}
        legend={t('notice:wording.legend')}
        value={wording}
        options={[
          { value: 'neutral', label: t('notice:wording.neutral'), hint: t('notice:sent.neutral.text') },
          {
            value: 'named',
            label: t('notice:wording.named'),
            hint: t('notice:sent.named.text', { municipality: municipalityName }),
          },
        ]}
      />
    </>
  )
}
