import { useLanguage } from '../../i18n/language-context'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { OwnResult } from './own-results'
import { seasonName } from './season-name'
import type { Share } from './share'
import { ShareText } from './share-text'

/** What was said, what is done about it, and how many felt well about each question. */
export function OwnResultOfRound({ result }: { result: OwnResult }) {
  const { t, language } = useLanguage()
  const { title, reply, questions, unit } = result
  return (
    <Section heading={`${title[language]}, ${seasonName(t, result)}`}>
      <p className="muted">
        <Swedish>{unit}</Swedish>
      </p>
      {reply ? (
        <>
          <h3>{t('results:own.heard')}</h3>
          <Said text={reply.heard} />
          <h3>{t('results:own.done')}</h3>
          <Said text={reply.done} />
        </>
      ) : (
        <p>{t('results:own.noReply')}</p>
      )}
      {questions.length > 0 ? (
        <>
          <h3>{t('results:own.answers')}</h3>
          <ul role="list" className="own-questions">
            {questions.map(({ id, text, share }) => (
              <li key={id}>
                <p>{text[language]}</p>
                <SimpleBar share={share} />
                <p>
                  <strong>
                    <ShareText share={share} />
                  </strong>{' '}
                  {t('results:own.good')}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('results:own.tooFew')}</p>
      )}
    </Section>
  )
}

function Said({ text }: { text: string }) {
  return (
    <div className="own-said">
      {text.split(/\n+/).map((line, index) => (
        <p key={index}>
          <Swedish>{line}</Swedish>
        </p>
      ))}
    </div>
  )
}

/** One bar from nobody to everybody; where only a limit is told its frame is open. */
function SimpleBar({ share }: { share: NonNullable<Share> }) {
  if (!('percent' in share)) return null
  const width = `${share.percent}%`
  return (
    <svg className="bar-line" aria-hidden="true" height="16">
      <rect x="0" y="1" width="100%" height="14" fill="none" stroke="currentColor" />
      <rect
        x="0"
        y="1"
        width={width}
        height="14"
        fill={share.kind === 'atMost' ? 'none' : 'url(#part-positive)'}
        stroke="currentColor"
        {...(share.kind === 'exact' ? {} : { strokeDasharray: '4 4' })}
      />
    </svg>
  )
}
