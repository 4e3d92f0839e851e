import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { bentoSchema } from '../places.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { closed } from './bento-schema.ts';
import type { ConfigFiles } from './config-maps.ts';

/** Tries every pipeline against the schema that Bento prints of itself, in which an unknown field is an error. */
export async function tryBento(book: Book, maps: readonly ConfigFiles[]): Promise<void> {
  const pipelines = maps.filter(({ files }) => 'bento.yaml' in files);
  const title = 'Bento knows every field of its pipelines';
  if (!existsSync(bentoSchema)) return book.skips(title, `${bentoSchema}: is not there; Bento prints it`);

  await book.tries(title, async () => {
    const schema = closed(JSON.parse(readFileSync(bentoSchema, 'utf8')) as JsonMap);
    const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
    const complaints = pipelines.flatMap(({ title: where, files }) => {
      if (valid(parse(files['bento.yaml']!))) return [];
      return (valid.errors ?? []).map(
        ({ instancePath, message, params }) => `${where}${instancePath}: ${message} ${JSON.stringify(params)}`,
      );
    });
    if (valid({ input: { http_server: { pat: '/' } } })) {
      complaints.push('the schema: accepts an unknown field, must refuse it');
    }
    demandNone(complaints, 'fields');
    return pipelines.map(({ title: where }) => where);
  });
}
