import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../lib/model/manifest.ts';

/** The objects of a text. */
export function documents(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as Manifest | null)
    .filter(found => found !== null);
}
