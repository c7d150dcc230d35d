/** A quarter or a season that nobody has lived: figures for the demo, with no case behind them. */
export type MadeUp = {
  begins: string
  figures: Record<string, readonly [value: number, subjects: number] | null>
}

const quarters = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01']

type Line = readonly (readonly [value: number, subjects: number] | null | undefined)[]

/** By quarter. null: too few. undefined: the law it is measured against was not in force. */
const lines: Record<string, Line> = {
  followUpHeld: [
    [0.64, 22],
    [0.68, 25],
    [0.61, 18],
    [0.72, 29],
    [0.77, 31],
    [0.81, 32],
  ],
  followUpMoved: [
    [0.18, 22],
    [0.16, 25],
    [0.22, 18],
    [0.14, 29],
    [0.13, 31],
    [0.13, 32],
  ],
  followUpNotHeld: [
    [0.09, 22],
    [0.08, 25],
    [0.11, 18],
    [0.07, 29],
    [0.06, 31],
    [0.03, 32],
  ],
  followUpUnrecorded: [
    [0.09, 22],
    [0.08, 25],
    [0.06, 18],
    [0.07, 29],
    [0.04, 31],
    [0.03, 32],
  ],
  followUpChildView: [
    [0.43, 14],
    [0.47, 17],
    [0.55, 11],
    [0.62, 21],
    [0.71, 24],
    [0.77, 26],
  ],
  protectiveAssessmentInTime: [undefined, undefined, [0.89, 41], [0.91, 58], [0.94, 63], [0.96, 61]],
  preliminaryAssessmentInTime: [undefined, undefined, [0.78, 36], [0.84, 55], [0.88, 61], [0.93, 59]],
  preliminaryAssessmentMean: [
    [13, 47],
    [13, 51],
    [12, 38],
    [11, 54],
    [10, 60],
    [9, 60],
  ],
  investigationInTime: [undefined, undefined, null, [0.71, 21], [0.79, 24], [0.86, 28]],
  investigationMean: [
    [127, 19],
    [124, 22],
    [121, 17],
    [116, 23],
    [111, 25],
    [106, 27],
  ],
  investigationMedian: [
    [121, 19],
    [119, 22],
    [118, 17],
    [114, 23],
    [109, 25],
    [104, 27],
  ],
  interventionStart: [
    [31, 12],
    [28, 15],
    [34, 9],
    [24, 16],
    [21, 18],
    [16, 20],
  ],
  considerationInTime: [[0.86, 7], null, [0.83, 6], [0.88, 8], [0.89, 9], [1, 9]],
  noteSharedChild: [
    [0.21, 44],
    [0.26, 49],
    [0.3, 43],
    [0.38, 52],
    [0.49, 58],
    [0.57, 61],
  ],
  noteSharedChildTime: [
    [96, 21],
    [82, 25],
    [77, 22],
    [54, 31],
    [46, 38],
    [27, 43],
  ],
  noteSharedGuardian: [
    [0.48, 44],
    [0.53, 49],
    [0.55, 43],
    [0.63, 52],
    [0.7, 58],
    [0.76, 61],
  ],
  noteSharedGuardianTime: [
    [71, 33],
    [64, 38],
    [58, 34],
    [44, 43],
    [31, 50],
    [22, 55],
  ],
  remarkRate: [
    [1, 44],
    [2, 49],
    [2, 43],
    [3, 52],
    [4, 58],
    [4, 61],
  ],
  remarkAnswer: [null, [12, 5], null, [9, 7], [7, 9], [5, 10]],
  inquiryInTime: [
    [0.66, 27],
    [0.71, 31],
    [0.64, 24],
    [0.79, 36],
    [0.85, 41],
    [0.9, 44],
  ],
  receiptInTime: [
    [0.58, 12],
    [0.62, 13],
    [0.6, 10],
    [0.71, 17],
    [0.76, 17],
    [0.83, 18],
  ],
}

export const madeUpQuarters: readonly MadeUp[] = quarters.map((begins, place) => ({
  begins,
  figures: Object.fromEntries(
    Object.entries(lines).flatMap(([indicator, line]) => {
      const figure = line[place]
      return figure === undefined ? [] : [[indicator, figure]]
    }),
  ),
}))

export const madeUpSeasons: readonly MadeUp[] = [
  { begins: '2025-01-01', figures: { surveyOffered: [402, 402] } },
  { begins: '2025-08-01', figures: { surveyOffered: [388, 388] } },
  { begins: '2026-01-01', figures: { surveyOffered: [861, 861] } },
]
