import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outcome } from '../processes/execute.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import { isConfig } from './config-maps.ts';
import type { ConfigFiles } from './config-maps.ts';

/** Environment variables have their values in a pod alone. */
const lint = ['lint', '--deprecated', '--skip-env-var-check'];

/** Tries every pipeline with Bento itself, which reads its mappings, too, and to which an unknown field is an error. */
export async function tryBento(book: Book, maps: readonly ConfigFiles[], folder: string): Promise<void> {
  for (const { title, files } of maps.filter(isConfig('bento.yaml'))) {
    await book.tries(`Bento accepts ${title}`, async () => {
      const text = files['bento.yaml']!;
      demandNone(await complaints(text, join(folder, title)), 'complaints');
      const broken = await complaints(`${text}\nnobody_knows_this: 1\n`, join(folder, `${title}-broken`));
      if (broken.length === 0) throw new Error('Bento accepts an unknown field, must refuse it');
      return [`${text.trim().split('\n').length} lines; an unknown field is refused`];
    });
  }
}

async function complaints(text: string, folder: string): Promise<string[]> {
  const file = join(folder, 'bento.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const { code, stdout, stderr } = await outcome(tool('bento'), [...lint, file]);
  return code === 0 ? [] : `${stdout}${stderr}`.split('\n').filter(line => line.trim() !== '');
}
