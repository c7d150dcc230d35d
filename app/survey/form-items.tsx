import { staffAt } from '../addresses'
import type { BbicArea } from '../../db/closed-lists'
import { bbicSides } from '../bbic'
import { InLanguage, useLanguage } from '../i18n/language-context'
import { directionOf, htmlLang, languages, type Language } from '../i18n/languages'
import { ChipLink, Chips } from '../ui/chip'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { scaleOf, type ChoiceItem, type Instrument, type Option } from './instrument'
import { SurveyItem } from './item'

/** Every question as it is asked, in one language, and what its answers are counted for. */
export function FormItems({ form, shownIn }: { form: Instrument; shownIn: Language }) {
  const { t } = useLanguage()
  return (
    <>
      <nav aria-label={t('form:shownIn')}>
        <Chips>
          {languages.map((language) => (
            <ChipLink
              key={language}
              href={`${staffAt.surveyForm(form.id, form.version)}&sprak=${language}`}
              current={language === shownIn}
              lang={htmlLang[language]}
              dir={directionOf(language)}
            >
              {t(`ui:language.name.${language}`)}
            </ChipLink>
          ))}
        </Chips>
      </nav>
      {form.items.map((item, index) => (
        <Section key={item.id} heading={t('form:item.number', { number: index + 1 })}>
          <div className="survey-preview">
            <div lang={htmlLang[shownIn]} dir={directionOf(shownIn)}>
              <InLanguage language={shownIn}>
                <SurveyItem instrument={form} item={item} />
              </InLanguage>
            </div>
            {item.kind === 'text' ? null : <ItemFacts form={form} item={item} />}
          </div>
        </Section>
      ))}
    </>
  )
}

function ItemFacts({ form, item }: { form: Instrument; item: ChoiceItem }) {
  const { t } = useLanguage()
  const { options } = scaleOf(form, item)
  const { qualityArea, bbicAreas, koladaId } = item
  const answers = [
    { term: t('form:item.positive'), of: options.filter(({ positive }) => positive) },
    { term: t('form:item.leftOut'), of: options.filter(({ positive }) => positive === null) },
    { term: t('form:item.unverified'), of: options.filter(({ unverified }) => unverified) },
  ]
  return (
    <Facts
      items={[
        ...(qualityArea ? [{ term: t('form:item.quality'), value: t(`form:quality.${qualityArea}`) }] : []),
        ...(bbicAreas.length > 0 ? [{ term: t('form:item.areas'), value: <Areas areas={bbicAreas} /> }] : []),
        ...(koladaId ? [{ term: t('form:item.kolada'), value: <bdi>{koladaId}</bdi> }] : []),
        ...answers
          .filter(({ of }) => of.length > 0)
          .map(({ term, of }) => ({ term, value: <Labels options={of} /> })),
      ]}
    />
  )
}

/** A side of the triangle where all its areas are meant. */
function Areas({ areas }: { areas: readonly BbicArea[] }) {
  const { t } = useLanguage()
  const names = bbicSides.flatMap(({ side, areas: ofSide }) => {
    const meant = ofSide.filter((area) => areas.includes(area))
    return meant.length === ofSide.length
      ? [t(`review:side.${side}`)]
      : meant.map((area) => t(`review:area.${area}`))
  })
  return names.join(', ')
}

function Labels({ options }: { options: readonly Option[] }) {
  const { language } = useLanguage()
  return options.map(({ label }) => label[language]).join(', ')
}
