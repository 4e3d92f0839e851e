import type { Cidr } from './amounts.ts';

/**
 * Ranges that the internet does not route: those of private networks, and the one that providers share.
 * https://www.rfc-editor.org/rfc/rfc1918 https://www.rfc-editor.org/rfc/rfc6598
 */
export const privateRanges: readonly Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
