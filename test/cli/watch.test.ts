import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edit, inCheckoutAsync, misspellPin, surroundings } from '../fixtures/checkout.ts';

test('watch synthesizes at once, again on every save, and lives through a mistake', async () => {
  await watching(async ({ folder, printed, domain }) => {
    await printed.until('Watching lib, overlays, argocd, imports, main.ts, package.json.');
    expect(printed.text()).toContain('dist/ was already what the code says');

    misspellPin(folder);
    await printed.until('Nothing was written');

    writeFileSync(join(folder, 'overlays/images.json'), '{}\n');
    edit(folder, 'overlays/site.ts', text => text.replace("'mlops.example.com'", "'saved.example.com'"));
    await printed.until('files written');
    expect(domain()).toContain('grafana.saved.example.com');
    expect(printed.text()).toContain('overlays/images.json, overlays/site.ts changed.');
  });
});

test('watch loses no save made during its first run', async () => {
  const slowEnd = "console.log('read all'); await new Promise(resolve => setTimeout(resolve, 1000));\n";
  await watching(async ({ folder, printed, domain }) => {
    await printed.until('read all');
    edit(folder, 'overlays/site.ts', text => text.replace("'mlops.example.com'", "'saved.example.com'"));

    await printed.until('overlays/site.ts changed.');
    await printed.until('files written');
    expect(domain()).toContain('grafana.saved.example.com');
  }, slowEnd);
});

test('watch looks at main.ts', async () => {
  await watching(async ({ folder, printed }) => {
    await printed.until('Watching');
    edit(folder, 'main.ts', text => `${text}console.log('edited');\n`);

    await printed.until('main.ts changed.');
    await printed.until('edited');
  });
});

test('watch ends at the first change that nobody reads', async () => {
  await inCheckoutAsync(async folder => {
    const { child, printed } = watchIn(folder);
    const timer = setTimeout(() => child.kill(), patience);
    await printed.until('Watching');
    child.stdout!.destroy();
    edit(folder, 'main.ts', text => `${text}\n`);

    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(printed.text()).not.toContain('EPIPE');
    clearTimeout(timer);
  });
});

interface Watched {
  readonly folder: string;
  readonly printed: Printed;

  /** A file of dist/ that holds the domain of the site. */
  domain(): string;
}

/** Runs the command in a checkout, and interrupts it at the end. */
async function watching(act: (watched: Watched) => Promise<void>, atEndOfMain = ''): Promise<void> {
  await inCheckoutAsync(async folder => {
    edit(folder, 'main.ts', text => `${text}\n${atEndOfMain}`);
    const { child, printed } = watchIn(folder);
    const domain = (): string =>
      readFileSync(join(folder, 'dist/overlays/prod/monitoring/ingress.grafana.yaml'), 'utf8');
    try {
      await act({ folder, printed, domain });
    } finally {
      child.kill('SIGINT');
    }
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
}

function watchIn(folder: string): { child: ChildProcess; printed: Printed } {
  const env = { ...process.env, ...surroundings };
  const child = spawn(process.execPath, ['start.js', 'main.ts', 'watch'], { cwd: folder, env });
  return { child, printed: printedBy(child) };
}

/** What a process prints, and a way to wait for a part of it. */
interface Printed {
  text(): string;
  until(part: string): Promise<void>;
}

// Milliseconds; a run takes one second on an idle machine.
const patience = 60_000;

function printedBy(child: ChildProcess): Printed {
  let text = '';
  const listeners = new Set<() => void>();
  const add = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout!.on('data', add);
  child.stderr!.on('data', add);
  return {
    text: () => text,
    until: async part =>
      new Promise((resolve, reject) => {
        const missing = setTimeout(() => reject(new Error(`'${part}' was not printed:\n${text}`)), patience);
        const listener = (): void => {
          if (!text.includes(part)) return;
          clearTimeout(missing);
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
        listener();
      }),
  };
}
