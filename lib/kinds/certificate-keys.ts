import type { Keys } from './made.ts';

/** Entries of a Secret that cert-manager keeps a certificate in. */
export const certificateKeys: Keys = new Set(['tls.crt', 'tls.key', 'ca.crt']);
