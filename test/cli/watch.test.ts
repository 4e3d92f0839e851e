import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edit, inCheckoutAsync, surroundings } from '../fixtures/checkout.ts';

test('watch synthesizes at once, again on every save, and lives through a mistake', async () => {
  await inCheckoutAsync(async folder => {
    const child = spawn(process.execPath, ['start.js', 'main.ts', 'watch'], {
      cwd: folder,
      env: { ...process.env, ...surroundings },
    });
    const printed = printedBy(child);
    const domain = (): string =>
      readFileSync(join(folder, 'dist/overlays/prod/monitoring/ingress.grafana.yaml'), 'utf8');
    try {
      await printed.until('Watching');
      expect(printed.text()).toContain('dist/ was already what the code says');

      edit(folder, 'overlays/images.json', text => text.replace('"mlflow"', '"mlfow"'));
      await printed.until('Nothing was written');

      edit(folder, 'overlays/images.json', text => text.replace('"mlfow"', '"mlflow"'));
      edit(folder, 'overlays/site.ts', text => text.replace("'mlops.example.com'", "'saved.example.com'"));
      await printed.until('files written');
      expect(domain()).toContain('grafana.saved.example.com');
    } finally {
      child.kill('SIGINT');
    }
    expect(await new Promise(resolve => child.once('exit', resolve))).toBe(0);
  });
});

/** What a process prints, and a way to wait for a part of it that has not been printed yet. */
function printedBy(child: ChildProcess): { text(): string; until(part: string): Promise<void> } {
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
      new Promise(resolve => {
        const listener = (): void => {
          if (!text.includes(part)) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
        listener();
      }),
  };
}
