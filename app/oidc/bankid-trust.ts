import type { X509Certificate } from 'node:crypto'

/** BankID's roots, and the distinguished name that it writes into each signature ordered for us (srvInfo). */
export type BankIdTrust = { roots: readonly X509Certificate[]; serviceName: string }
