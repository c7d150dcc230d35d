import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Swedish } from '../../ui/swedish'
import type { SignatureRequest } from '../request/signature-request'
import type { Appeal } from './appeal'

type AppealLetterProps = {
  request: SignatureRequest
  appeal: Appeal
  appellant: string
  municipality: string
}

/**
 * The letter as it is printed (förvaltningslagen 2017:900 43 §: which decision, and how it is to be changed), with the years that a
 * court reads. No address is asked for or printed: it may be secret, and the municipality knows where its answer goes.
 */
export function AppealLetter({ request, appeal, appellant, municipality }: AppealLetterProps) {
  const { t, dates } = useLanguage()
  const received = request.parts.find(({ receivedOn }) => receivedOn !== null)?.receivedOn
  return (
    <article className="letter-page">
      <p>{t('signing:letter.to', { name: municipality })}</p>
      <h1>{t('signing:letter.heading')}</h1>
      <Facts
        items={[
          { term: t('signing:letter.case'), value: <bdi>{request.caseNumber}</bdi> },
          { term: t('signing:letter.decision'), value: <Swedish>{request.title}</Swedish> },
          { term: t('signing:letter.dated'), value: <bdi>{dates.full(request.datedOn)}</bdi> },
          ...(received
            ? [{ term: t('signing:letter.received'), value: <bdi>{dates.full(received)}</bdi> }]
            : []),
          { term: t('signing:letter.appellant'), value: <bdi>{appellant}</bdi> },
        ]}
      />
      <p className="written" dir="auto">
        {appeal.text}
      </p>
      <p className="sign-here">{t('signing:letter.place')}</p>
      <p className="sign-here">{t('signing:letter.signature')}</p>
    </article>
  )
}
