import { templates, type TemplateName } from '../../app/document/decision/templates.ts'

const document = {
  municipality: 'Ekdala kommun',
  diaryNumber: 'SN 2026-0412',
  on: '2026-09-14',
  concerns: 'Elias Holm Brandt',
}
const decision = {
  ...document,
  at: '18:05',
  decidedBy: { name: 'Eva Lindgren', position: 'ordförande i socialnämnden' },
  reasons: [
    'Skolan har anmält oro för Elias. Vi har bedömt att han behöver skydd och har inlett en utredning.',
  ],
  childView: ['Elias är med i samtal och får berätta i sin egen takt.'],
  bestInterests: ['Det bästa för Elias är att vara trygg medan domstolen prövar beslutet.'],
  urgent: { cannotWait: 'Nämndens beslut kunde inte väntas in.', meetingOn: '2026-09-23' },
}
const { urgent, ...ordinary } = decision
const { childView, bestInterests, ...adult } = decision

/** What staff would have entered, for each template. */
export const enteredFacts: Record<TemplateName, Record<string, unknown>> = {
  custodyLvu: { ...decision, ground: 'LVU 2', risk: 'health', attachments: ['Så överklagar du'] },
  placementLvu: {
    ...decision,
    placement: 'Elias ska till att börja med bo där socialnämnden har ordnat plats.',
    contact: ['Peter Brandt och Elias ska inte träffas just nu.'],
    whereabouts: ['Peter Brandt får inte veta var Elias bor.'],
  },
  custodyLvm: { ...adult, urgent, concerns: 'Kim Nord' },
  interventionSol: {
    ...ordinary,
    intervention: 'familjebehandling',
    outcome: 'granted',
    decision: 'Elias och hans föräldrar får familjebehandling i sex månader.',
    from: '2026-10-01',
    to: '2027-03-31',
    childView,
    bestInterests,
  },
  consent: {
    ...document,
    to: 'samtalsstöd',
    about: ['Elias träffar en samtalsledare en gång i veckan. Det börjar i oktober.'],
    asked: 'guardian',
    askedName: 'Sara Holm',
    contact: 'Samira Dahlin',
  },
  implementationPlan: {
    ...document,
    intervention: 'familjebehandling',
    responsible: 'Samira Dahlin',
    goals: [
      { goal: 'Kvällarna är lugna', how: 'Yasmin träffar familjen hemma', when: 'Varje onsdag' },
      { goal: 'Elias sover hela natten', how: 'Samma läggtid i båda hemmen', when: 'Varje kväll' },
    ],
    followUpOn: '2026-12-15',
    others: ['Skolan ordnar en lugn plats på rasten.'],
    contactWithUs: ['Samira ringer varje vecka.'],
    childView: ['Elias vill att det blir lugnt.'],
    guardiansView: ['Sara vill ha hjälp.'],
  },
}

/** A template as the portal uses it: what was entered is checked, then written. */
export function writtenFrom(name: TemplateName, changed: Record<string, unknown> = {}) {
  const { facts, write } = templates[name] as (typeof templates)['custodyLvu']
  return write(facts.parse({ ...enteredFacts[name], ...changed }))
}
