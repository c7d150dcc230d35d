import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import type { Ground } from './list-readers'
import type { ReaderAddresses } from './reader-addresses'
import { ReaderDecision } from './reader-decision'
import { ReaderForm, type ReaderFormState } from './reader-form-fields'
import type { ReleaseReader } from './release-reader'

type AroundReaders = {
  childName: string
  people: readonly { id: string; givenName: string; isProtected: boolean }[]
}

type ReaderListProps = AroundReaders & {
  at: ReaderAddresses
  readers: readonly ReleaseReader[]
  grounds: readonly Ground[]
  /** The reader being decided; null when all are done. */
  open: ReaderFormState | null
}

/** One person at a time, nothing preselected. */
export function ReaderList({ at, readers, grounds, open, childName, people }: ReaderListProps) {
  return (
    <ol className="readers" role="list">
      {readers.map((reader) => (
        <li className="reader" key={reader.personId} id={`lasare-${reader.personId}`}>
          <ReaderHead reader={reader} childName={childName} people={people} />
          {open?.values.personId === reader.personId ? (
            <ReaderForm
              action={`${at.readers}?lasare=${reader.personId}`}
              reader={reader}
              grounds={grounds}
              state={open}
            />
          ) : (
            <ReaderDecision at={at} reader={reader} />
          )}
        </li>
      ))}
    </ol>
  )
}

function ReaderHead({ reader, childName, people }: { reader: ReleaseReader } & AroundReaders) {
  const { t } = useLanguage()
  const name = reader.givenName
  const isOfUnknownAge = reader.role === 'child' && reader.age === null
  const who = isOfUnknownAge
    ? t('release:role.childOfUnknownAge')
    : t(`release:role.${reader.role}`, { age: reader.age })
  const isShielded = people.filter(({ id, isProtected }) => isProtected && id !== reader.personId)
  return (
    <div className="reader-head">
      <h2>{name}</h2>
      <p className="muted">{who}</p>
      {reader.isOwnParty ? (
        <p>{t(`release:special.${isOfUnknownAge ? 'mayBeOwnParty' : 'ownParty'}`, { name })}</p>
      ) : null}
      {reader.isProtected ? <p>{t('release:special.protected', { name })}</p> : null}
      {reader.isBlocked ? <p>{t('release:special.blocked', { name })}</p> : null}
      {reader.hearsChild ? <p>{t('release:special.hearsChild', { name, child: childName })}</p> : null}
      {isShielded.map(({ id, givenName }) => (
        <Notice key={id} tone="warn" heading={t('release:special.shieldedHeading', { name: givenName })}>
          {t('release:special.shielded', { name: givenName, reader: name })}
        </Notice>
      ))}
    </div>
  )
}
