import type pg from 'pg'

// The part of pg's connection that COPY needs and its types leave out.
type CopyConnection = {
  query: (statement: string) => void
  sendCopyFromChunk: (bytes: Buffer) => void
  endCopyFrom: () => void
}

/** The rows of `copy … to stdout`, in COPY's own text form. */
export async function copyOut(client: pg.Client, statement: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  await submit(client, statement, {
    // Copied: the driver reads the next bytes into the same place.
    handleCopyData: ({ chunk }: { chunk: Buffer }) => void chunks.push(Buffer.from(chunk)),
  })
  return Buffer.concat(chunks)
}

/** Hands rows in that form to `copy … from stdin`. */
export async function copyIn(client: pg.Client, statement: string, rows: Buffer): Promise<void> {
  await submit(client, statement, {
    handleCopyInResponse: (connection: CopyConnection) => {
      connection.sendCopyFromChunk(rows)
      connection.endCopyFrom()
    },
  })
}

function submit(client: pg.Client, statement: string, handlers: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = {
      submit: (connection: unknown) => (connection as CopyConnection).query(statement),
      handleCopyInResponse: () => undefined,
      handleCopyData: () => undefined,
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: () => resolve(),
      ...handlers,
    }
    client.query(copy)
  })
}
