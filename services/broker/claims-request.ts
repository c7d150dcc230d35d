import { z } from 'zod'

const demandSchema = z
  .looseObject({
    essential: z.boolean().optional(),
    value: z.unknown().optional(),
    values: z.array(z.unknown()).optional(),
  })
  .nullable()
const demandsSchema = z.record(z.string(), demandSchema).default({})
const claimsRequestSchema = z.object({ id_token: demandsSchema, userinfo: demandsSchema })

export type ClaimsRequest = z.infer<typeof claimsRequestSchema>
type Demand = z.infer<typeof demandSchema>

/** OpenID Connect Core 5.5. Undefined when the shape is wrong. */
export function parseClaimsRequest(value: unknown): ClaimsRequest | undefined {
  return claimsRequestSchema.safeParse(value).data
}

/** Only an essential demand for another value forbids an answer (same section). */
export function isMet(demand: Demand | undefined, value: unknown): boolean {
  if (!demand?.essential) return true
  if (demand.values) return demand.values.includes(value)
  return demand.value === undefined || demand.value === value
}

export function findUnmetClaim(request: ClaimsRequest, answer: Record<string, unknown>): string | undefined {
  const asked = [...Object.entries(request.id_token), ...Object.entries(request.userinfo)]
  return asked.find(([claim, demand]) => !isMet(demand, answer[claim]))?.[0]
}
