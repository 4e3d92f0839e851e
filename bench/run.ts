// Figures of this program and of its peers on one synthetic platform, side by side. No test asserts any of them.
//
//   npm run bench                          all tools at all sizes: several minutes
//   npm run bench -- --json                the same for machines
//   npm run bench -- --sizes 400,1600 --tools synth,cdk8s
//
// What is written goes to a folder of the system's temporary one, so TMPDIR chooses the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growthByTool, rowsOf } from './figures.ts';
import type { Row } from './figures.ts';
import { ownPlatformRows } from './own-platform.ts';
import { figuresText } from './report.ts';
import { tools } from './tools.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '400,1600,4000,12000' },
    tools: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const wanted = values.tools?.split(',');
const chosen = tools().filter(({ name }) => !wanted || wanted.some(word => name.startsWith(word)));

// Others at work on the machine make every figure worse, so the load before the first run is told as well.
const machine =
  `${cpus().length} cores (${cpus()[0]?.model.trim()}) under a load of ${loadavg()[0]!.toFixed(1)}, `
  + `Node.js ${process.version}`;
const folder = mkdtempSync(join(tmpdir(), 'plainsail-bench-'));
try {
  progress('own platform');
  const ownPlatform = await ownPlatformRows(join(folder, 'own'));
  const rows: Row[] = [];
  for (const tool of chosen) {
    progress(tool.name);
    rows.push(...(await rowsOf(tool, sizes, join(folder, tool.name))));
  }
  const figures = {
    machine,
    tools: Object.fromEntries(chosen.map(({ name, does }) => [name, does])),
    rows,
    growth: growthByTool(rows),
    own_platform: ownPlatform,
  };
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : figuresText(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function progress(title: string): void {
  if (process.stderr.isTTY) process.stderr.write(`measuring ${title} ...\n`);
}
