import type { Family } from '../family.ts';
import { contractKept } from './contract-kept.ts';

export const contracts: Family = {
  title: 'Whether programs do what their services promise',
  rules: [contractKept],
};
