import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * One JSON line per event. Lines hold ids, codes and durations, never what a person wrote or who they are;
 * the redaction is a second wall for what a library might put there.
 * @param out where lines go; standard output when nothing else is said
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
    // A database error repeats values of rows ("Key (id_number_hash)=…"): keep its code and place only.
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
    // Not `code`, which is redacted: an authorization code has that name.
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
