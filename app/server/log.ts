import { pino, type DestinationStream, type Logger } from 'pino'

/** Ids, codes and durations only, never personal data. Redaction is a safety net for what libraries log. */
export function createLog(level: string, out: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'personalIdentityNumber',
        '*.personalIdentityNumber',
        '["https://id.oidc.se/claim/personalIdentityNumber"]',
        'name',
        '*.name',
        '*.given_name',
        '*.family_name',
        'cookie',
        '*.cookie',
        'headers',
        '*.headers',
        'authorization',
        '*.id_token',
        '*.access_token',
        '*.code',
        'body',
        '*.body',
        'text',
        '*.text',
      ],
      censor: '[redacted]',
    },
    // A database error quotes row values ("Key (id_number_hash)=…").
    serializers: { err: errorFacts, error: errorFacts },
  }
  return pino(options, out)
}

function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.name,
    // `code` is redacted, because authorization codes have that name.
    ...(code ? { errorCode: code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(fromDatabase ? {} : { message: error.message }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .join('\n'),
  }
}
