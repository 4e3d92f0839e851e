import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { copyWith } from '../argocd/copy.ts';
import { freePorts } from '../processes/ports.ts';
import { Supervisor } from '../processes/supervisor.ts';
import { until } from '../processes/until.ts';
import { SecretManager } from './secret-manager.ts';

const folder = mkdtempSync(join(tmpdir(), 'secret-manager-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manager = new SecretManager('127.0.0.1', 4711, folder);

function store(project: string): string {
  const provider = ['  provider:', '    gcpsm:', `      projectID: ${project}`, '      auth: {}', ''].join('\n');
  return `kind: SecretStore\nmetadata:\n  name: a\nspec:\n${provider}  refreshInterval: 3600\n`;
}

test('stores ask another secret manager in a copy, which is put back', () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'prod'), { recursive: true });
  writeFileSync(join(dist, 'secretstore.a.yaml'), store('one'));
  writeFileSync(join(dist, 'prod', 'secretstore.b.yaml'), store('two'));
  writeFileSync(join(dist, 'prod', 'secretstore.c.yaml'), store('two'));

  const replacements = manager.replacements(dist);
  expect(replacements.size).toBe(2);
  const copy = join(folder, 'copy');
  expect(copyWith(replacements, dist, copy)).toBeGreaterThan(0);
  const { spec } = parse(readFileSync(join(copy, 'prod', 'secretstore.b.yaml'), 'utf8')) as { spec: unknown };
  expect(spec).toEqual({
    provider: {
      webhook: {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4711\/[01]\/\{\{ \.remoteRef\.key \}\}$/) as string,
        result: { jsonPath: '$.value' },
      },
    },
    refreshInterval: 3600,
  });
});

test('a store without a provider is told', () => {
  const dist = join(folder, 'without');
  mkdirSync(dist);
  writeFileSync(join(dist, 'clustersecretstore.a.yaml'), 'kind: ClusterSecretStore\nspec: {}\n');

  expect(() => manager.replacements(dist)).toThrow('clustersecretstore.a.yaml: has no provider, must have one');
});

test('an entry is answered as its file has it now; one without a version is not there', async () => {
  const entries = join(folder, 'entries');
  mkdirSync(entries);
  const [port = 0] = await freePorts(1);
  const supervisor = new Supervisor(join(folder, 'logs'), { add: () => undefined });
  supervisor.start(new SecretManager('127.0.0.1', port, entries).server);
  const ask = async (entry: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/0/${entry}`);
    return answer.ok ? answer.json() : answer.status;
  };
  try {
    writeFileSync(join(entries, 'token'), 'one');
    await until('it answers', { seconds: 20, missing: async () => ((await ask('token')) ? undefined : 'nothing') });
    expect(await ask('token')).toEqual({ value: 'one' });
    writeFileSync(join(entries, 'token'), 'two');
    expect(await ask('token')).toEqual({ value: 'two' });

    writeFileSync(join(entries, 'empty'), '');
    expect(await ask('empty')).toBe(404);
    expect(await ask('missing')).toBe(404);
  } finally {
    await supervisor.stopAll();
  }
});
