import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * One JSON line per event, with ids, codes and durations; never what a person wrote or who they are. The redaction is
 * a second protection, against what a library might log.
 */
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
    // A database error repeats row values ("Key (id_number_hash)=…"): keep only its code and place.
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
    // Not `code`: that name is redacted, because an authorization code has it.
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
