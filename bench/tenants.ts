// Figures of the whole command `synth` with more and more tenants. No test asserts any of them.
//
//   npm run bench:tenants                     10, 100 and 1,000 tenants
//   npm run bench:tenants -- --sizes 10,50
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { rowsOf } from './figures.ts';
import { growthOf } from './growth.ts';
import type { Tool } from './tools.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10,100,1000' } } });

const tool: Tool = {
  name: 'tenants',
  does: 'renders, derives, proves, checks and writes the platform of this repository with its tenants',
  run: (tenants, folder) => {
    const [start, path] = ['../start.js', 'programs/tenants.ts'].map(each => join(import.meta.dirname, each));
    return [process.execPath, start!, path!, String(tenants), folder];
  },
};

const load = loadavg()[0]!.toFixed(1);
const folder = mkdtempSync(join(tmpdir(), 'plainsail-bench-tenants-'));
try {
  const rows = await rowsOf(tool, values.sizes.split(',').map(Number), folder);
  const table = new Table({
    head: ['tenants', 'process', 'its work', 'each', 'memory'],
    style: { head: [], border: [] },
  });
  for (const { objects: tenants, seconds, seconds_inside: inside, rss_mb: megabytes, left_out: reason } of rows) {
    const each = inside === null ? '' : `${((inside * 1000) / tenants).toFixed(0)} ms`;
    table.push([
      tenants,
      reason ?? `${seconds?.toFixed(1)} s`,
      `${inside?.toFixed(1) ?? ''} s`,
      each,
      `${megabytes} MB`,
    ]);
  }
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}) under a load of ${load}, Node.js ${process.version}`,
  );
  console.log(table.toString());
  console.log(`Growth between the two largest sizes: ${growthOf(rows)?.toFixed(2) ?? 'unknown'}; 1 is linear.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
