import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { callcenter } from '../../lib/components/callcenter/index.ts';
import { root } from '../fixtures/repository.ts';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly strategy?: { readonly matrix: { readonly include: readonly Row[] } };
  readonly steps: readonly Step[];
}

interface Row {
  readonly image: string;
  readonly folder: string;
  readonly library: string;
}

interface Step {
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const workflow = parse(readFileSync(join(root, '.github/workflows/images.yaml'), 'utf8')) as Workflow;
const steps = Object.values(workflow.jobs).flatMap(job => job.steps);
const build = workflow.jobs.build!;
const rows = build.strategy!.matrix.include;

test('every action is one commit, and no job may do more than it says', () => {
  const used = steps.flatMap(({ uses = [] }) => uses);

  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(action => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  expect(workflow.permissions).toEqual({ contents: 'read' });
});

test('every image that the model server can be is built, and no other of its folder', () => {
  const services = readFileSync(join(root, 'images/model-server/model_server/services.py'), 'utf8');
  const named = [...services.matchAll(/^ {4}"([a-z-]+)": /gm)].map(([, name]) => name!);

  expect(named.length).toBeGreaterThan(5);
  expect(rows.filter(({ folder }) => folder === 'model-server').map(({ image }) => image)).toEqual(named);
});

test('each row is built from a folder that is there, with a base of an exact tag, by another user than root', () => {
  for (const { folder, library } of rows) {
    const text = readFileSync(join(root, 'images', folder, 'Containerfile'), 'utf8');
    const bases = [...text.matchAll(/^FROM (\S+)( AS (\S+))?$/gm)];
    const stages = bases.map(([, , , stage]) => stage);
    expect(existsSync(join(root, 'images', folder, 'requirements', `${library}.txt`))).toBe(true);
    expect(
      bases.map(([, base]) => base!).filter(base => !stages.includes(base) && !/:\d+\.\d+\.\d+-/.test(base)),
    ).toEqual([]);
    expect(text).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  }
});

test('both architectures are scanned before anything is pushed, and what has a fix fails the job', () => {
  const scans = build.steps.filter(({ uses = '' }) => uses.startsWith('aquasecurity/trivy-action@'));
  const push = build.steps.findIndex(step => step.with?.push === true);

  expect(scans.map(step => step.with)).toEqual(
    ['amd64', 'arm64'].map(name => expect.objectContaining({ 'image-ref': `scanned:${name}`, 'exit-code': '1' })),
  );
  expect(Math.max(...scans.map(scan => build.steps.indexOf(scan)))).toBeLessThan(push);
  expect(build.steps[push]).toMatchObject({
    if: "github.ref == 'refs/heads/main'",
    with: {
      platforms: 'linux/amd64,linux/arm64',
      tags: '${{ env.REGISTRY }}/${{ matrix.image }}:main-${{ github.sha }}',
    },
  });
});

test('what is promoted is a line of one file, and what is written from it', () => {
  const commands = workflow.jobs.promote!.steps.map(({ run = '' }) => run).join('\n');

  expect(commands).toContain("git status --porcelain -- . ':!overlays/images.json' ':!dist'");
  expect(commands).toContain('git add overlays/images.json dist\n');
});

test('what the agent is made of is built under the name that its service runs', () => {
  expect(rows.filter(({ folder }) => folder === 'agent').map(({ image }) => image)).toEqual(['callcenter-agent']);
  expect(callcenter.services['agent-service'].image).toMatch(/\/callcenter-agent:/);
});

const pinned = ['model-server', 'agent'].flatMap(image =>
  readdirSync(join(root, 'images', image, 'requirements')).map(file => join(image, 'requirements', file)),
);

test.each(pinned)('%s pins each package by its files', file => {
  const text = readFileSync(join(root, 'images', file), 'utf8');
  const packages = text.replace(/^#.*\n/gm, '').split(/\n(?=\S)/);

  expect(packages.length).toBeGreaterThan(4);
  expect(packages.filter(each => !/^[\w.-]+==[\w.]+( \\\n {4}--hash=sha256:[0-9a-f]{64})+\n?$/.test(each))).toEqual([]);
});
