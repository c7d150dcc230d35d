import { levels, pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino'

/** Ids, codes and durations only, never personal data. Redaction is a safety net for what libraries log. */
export function createLog(level: string, out: DestinationStream = inBatches()): Logger {
  const options: LoggerOptions = {
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
    hooks: {
      logMethod(line, write, weight) {
        write.apply(this, line)
        if (weight >= levels.values['error']!) this.flush()
      },
    },
  }
  return pino(options, out)
}

/**
 * A line for each request would be a call of the system for each. They go out together, soon enough for whoever
 * follows them; an error goes at once, with all before it. Written in place, so that an end finds nothing on its way.
 */
function inBatches(): DestinationStream {
  // A pipe takes so much as one (PIPE_BUF, pipe(7)): the lines of several processes stay whole.
  const atOnce = 4096
  const out = pino.destination({
    dest: 1,
    sync: true,
    minLength: atOnce - 1,
    maxWrite: atOnce,
    periodicFlush: 250,
  })
  process.once('exit', () => out.flushSync())
  return out
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
