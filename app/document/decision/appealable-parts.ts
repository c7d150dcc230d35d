/** One thing that was decided, by the section that says whether it can be appealed. */
export type DecisionPart = { law: string; title: string }

type About = { concerns: string }

export const custodyLvuParts = ({ concerns }: About): DecisionPart[] => [
  { law: 'LVU 6 §', title: `Att ${concerns} är omhändertagen just nu` },
]

export const custodyLvmParts = ({ concerns }: About): DecisionPart[] => [
  { law: 'LVM 13 §', title: `Att ${concerns} är omhändertagen just nu` },
]

type Placement = About & {
  placement?: string | undefined
  contact: readonly unknown[]
  whereabouts: readonly unknown[]
}

export const placementLvuParts = ({
  concerns,
  placement,
  contact,
  whereabouts,
}: Placement): DecisionPart[] => [
  ...(placement === undefined
    ? []
    : [{ law: 'LVU 11 §', title: `Var ${concerns} ska bo till att börja med` }]),
  ...(contact.length === 0 ? [] : [{ law: 'LVU 14 §', title: `Umgänge med ${concerns}` }]),
  ...(whereabouts.length === 0
    ? []
    : [{ law: 'LVU 14 §', title: `Att det inte berättas var ${concerns} bor` }]),
]

export const interventionSolParts = ({ intervention }: { intervention: string }): DecisionPart[] => [
  { law: 'SoL 35 kap. 1 §', title: `Beslutet om ${intervention}` },
]
