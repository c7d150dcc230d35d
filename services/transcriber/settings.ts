import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { defaultModel, hubModels, PACKAGED_FALLBACK, packagedModels } from './model-catalogue.ts'
import { type ModelSource } from './provide-model.ts'

const HUB = 'https://huggingface.co'
const DEFAULT_MODELS = fileURLToPath(new URL('../../.cache/models', import.meta.url))

const keysOf = <T extends object>(object: T) => Object.keys(object) as (keyof T & string)[]
/** An empty line in a settings file counts as missing. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const settingsSchema = z.object({
  NODE_ENV: z.string().optional(),
  TRANSCRIBER_PORT: z.coerce.number().int().min(1).max(65_535).default(3002),
  TRANSCRIBER_KEY: optional(z.string().min(16)),
  TRANSCRIBER_MODEL: optional(z.enum(keysOf(hubModels))),
  TRANSCRIBER_MODELS: optional(z.string()),
  TRANSCRIBER_MODEL_LOCK: optional(z.string()),
  TRANSCRIBER_HUB: optional(z.union([z.literal('off'), z.url({ protocol: /^https?$/ })])),
  TRANSCRIBER_FALLBACK: optional(z.enum(['packaged', ...keysOf(packagedModels)])),
})

export type Settings = { port: number; key: string | null; source: ModelSource }

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = settingsSchema.parse(env)
  const fallback = given.TRANSCRIBER_FALLBACK ?? null
  if (fallback && !['development', 'test'].includes(given.NODE_ENV ?? '')) {
    throw new Error('TRANSCRIBER_FALLBACK: a model for demo and tests must not write notes in production')
  }
  const hub = given.TRANSCRIBER_HUB ?? HUB
  return {
    port: given.TRANSCRIBER_PORT,
    key: given.TRANSCRIBER_KEY ?? null,
    source: {
      model: given.TRANSCRIBER_MODEL ?? defaultModel(),
      models: given.TRANSCRIBER_MODELS ?? DEFAULT_MODELS,
      lock: given.TRANSCRIBER_MODEL_LOCK ?? null,
      hub: hub === 'off' ? null : hub.replace(/\/$/, ''),
      fallback: fallback === 'packaged' ? PACKAGED_FALLBACK : fallback,
    },
  }
}
