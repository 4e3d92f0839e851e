import { command, edit, inCheckout, plainsail } from '../fixtures/checkout.ts';

const row = "{ component: 'edge-models', in: 'dev', from: 'edge' }";
const missing = `overlays/leaving.ts: ${row} is missing`;

test('what would be left behind is refused by synth and validate, and nothing is written', () => {
  inCheckout(folder => {
    leave(folder);
    const before = plainsail(folder, ['check']);

    for (const name of ['synth', 'validate']) {
      const { status, stderr } = plainsail(folder, [name]);
      expect(status).toBe(2);
      expect(stderr).toContain(missing);
    }
    const { stdout } = plainsail(folder, ['synth', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, mistakes: [{ code: 'left-behind' }] });
    expect(plainsail(folder, ['check'])).toEqual(before);
  });
});

test('what was never committed may come and go, and a pull request is compared with its target', () => {
  inCheckout(folder => {
    const git = (...args: readonly string[]) =>
      command(folder, 'git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args]);
    git('init', '-q');
    git('add', 'dist');
    git('commit', '-qm', 'first');
    expect(say(folder, `[${row}]`)).toBe(0);
    git('add', 'dist');
    git('commit', '-qm', 'it leaves');
    expect(say(folder, '[]')).toBe(0);

    expect(plainsail(folder, ['check', '--since', 'HEAD']).status).toBe(0);
    const { status, stderr } = plainsail(folder, ['check', '--since', 'HEAD^']);
    expect(status).toBe(2);
    expect(stderr).toContain(missing);
    expect(plainsail(folder, ['check', '--since', 'nobody'])).toMatchObject({ status: 2 });
  });
});

/** Places the models of dev nowhere. */
function leave(folder: string): void {
  edit(folder, 'overlays/dev.ts', text => text.replace("'edge-models': 'edge'", "'edge-models': 'none'"));
}

/** Synthesizes with rows of what leaves. Returns the exit code. */
function say(folder: string, rows: string): number | null {
  if (rows !== '[]') leave(folder);
  edit(folder, 'overlays/leaving.ts', text => text.replace(/= \[.*\];/, `= ${rows};`));
  return plainsail(folder, ['synth']).status;
}
