/** From Socialstyrelsen's BBIC model (since 2015). Its forms are not used here. */
export const bbicSides = [
  { side: 'childDevelopment', areas: ['health', 'education', 'emotionsAndBehaviour', 'socialRelations'] },
  {
    side: 'parentingCapacity',
    areas: ['basicCare', 'stimulationAndGuidance', 'emotionalAvailability', 'safety'],
  },
  {
    side: 'familyAndEnvironment',
    areas: [
      'currentFamilySituation',
      'familyBackground',
      'housingWorkEconomy',
      'socialNetworkAndIntegration',
    ],
  },
] as const
