/** What can be wrong with a document or its facts, as the schemas say it: each has its words for the writer. */
export const faultNames = [
  ...['text.empty', 'text.tooLong', 'text.notPlain'],
  ...['heading.skips', 'heading.empty'],
  ...['list.empty', 'list.tooLong'],
  ...['table.uneven', 'table.columns', 'table.empty', 'table.tooLong'],
  ...['content.empty', 'content.tooLong'],
  ...['reasons.none', 'decision.none', 'day.none', 'day.order', 'time.none', 'choice.none'],
] as const

export type FaultName = (typeof faultNames)[number]
