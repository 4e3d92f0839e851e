import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedAlerts } from '../../lib/alerts/listed.ts';
import { anchorOf, runbookFile } from '../../lib/model/runbook-pages.ts';
import { synthesize } from '../../lib/synthesis.ts';
import { ownProgram } from '../fixtures/own-program.ts';
import { root } from '../fixtures/repository.ts';

// `npm run -s alerts -- --runbooks > docs/runbooks.md` mends it.
test('the page of each alert that has one exists', async () => {
  const text = readFileSync(join(root, runbookFile), 'utf8');
  const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => anchorOf(heading!));
  const led = listedAlerts(await synthesize(ownProgram)).filter(({ page }) => page);

  expect(led.map(({ name }) => name).filter(name => !headings.includes(anchorOf(name)))).toEqual([]);
});
