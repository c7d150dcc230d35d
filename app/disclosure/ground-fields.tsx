import { useLanguage } from '../i18n/language-context'
import { RadioGroup } from '../ui/form/choice-group'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import { Tick } from '../ui/form/tick'
import type { Ground } from './list-readers'
import { longestHarm, type ReaderFault } from './reader-faults'
import type { ReaderValues } from './reader-form'

type GroundFieldsProps = {
  values: ReaderValues
  grounds: readonly Ground[]
  name: string
  errorOf: (field: ReaderFault['field']) => string | undefined
}

/** Why a reader gets less than everything: legal ground, harm in the writer's words, and day of review. */
export function GroundFields({ values, grounds, name, errorOf }: GroundFieldsProps) {
  const { t } = useLanguage()
  return (
    <div className="form when-less">
      <RadioGroup
        name="ground"
        legend={t('release:ground.legend', { name })}
        value={values.ground || undefined}
        error={errorOf('ground')}
        options={grounds.map(({ ground, source }) => ({
          value: ground,
          label: t(`release:ground.${groundKey(ground)}`),
          hint: <bdi lang="sv">{source}</bdi>,
        }))}
      />
      <TextArea
        name="harm"
        label={t('release:harm.label')}
        hint={t('release:harm.hint', { name })}
        maxLength={longestHarm}
        value={values.harm}
        error={errorOf('harm')}
        rows={3}
      />
      <TextField
        name="reviewOn"
        type="date"
        label={t('release:reviewOn.label')}
        hint={t('release:reviewOn.hint')}
        value={values.reviewOn}
        error={errorOf('reviewOn')}
        isShort
      />
      <div className="when-titled">
        <Tick
          name="groundTold"
          label={t('release:groundTold.label', { name })}
          hint={t('release:groundTold.hint', { name })}
          isTicked={values.groundTold}
        />
      </div>
    </div>
  )
}

// Keys are split at these characters, and a ground's own code contains them.
const groundKey = (ground: string) => ground.replaceAll(/[ :]/g, '-')
