import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from '../../conformance/places.ts';
import { progress } from '../../conformance/report/progress.ts';
import { once, toolFolder } from '../../conformance/toolbox/once.ts';
import { filesLayer } from './files-layer.ts';
import type { Layer } from './image.ts';
import type { Maker } from './maker.ts';
import { environmentFolder, environmentHome, installEnvironment } from './python-environment.ts';
import { pythonLayers, pythonVariables, runPython } from './python-environment.ts';
import type { PythonEnvironment } from './python-environment.ts';

/** A program of `images/`, as its Containerfile makes an image of it. */
interface OwnProgram {
  /** Its folder there, and the Python package in it that runs. */
  readonly folder: 'agent' | 'model-server';
  readonly runs: 'ticket_agent' | 'model_server';

  /** Files of `requirements/` that it needs. */
  readonly requirements: readonly string[];

  /** Whether it brings a model, and where that comes from: it is trained here, or lies in a folder. @default - none */
  readonly model?: 'trained' | 'transformer';
}

const served = { folder: 'model-server', runs: 'model_server' } as const;
const scikit = { ...served, requirements: ['server', 'scikit'], model: 'trained' } as const;

/** By the last part of the image's name. WHERE A PROGRAM OF `images/` GOES. */
const programs: Readonly<Record<string, OwnProgram>> = {
  'sentiment': scikit,
  'callcenter-tfidf': scikit,
  'callcenter-transformer': { ...served, requirements: ['server', 'onnx'], model: 'transformer' },
  'callcenter-agent': { folder: 'agent', runs: 'ticket_agent', requirements: ['server'] },
};

/** Programs of our own that really run. */
export const ownPrograms: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(programs).map(([name, program]) => [`ghcr.io/example-org/${name}`, maker(name, program)]),
);

function maker(name: string, program: OwnProgram): Maker {
  const { folder, runs, requirements } = program;
  const environment: PythonEnvironment = {
    name: [folder, ...requirements].join('-'),
    packages: { files: requirements.map(file => join(sourceOf(program), 'requirements', `${file}.txt`)) },
  };
  return {
    stands: 'real',
    installs: async () => {
      await installEnvironment(environment);
      await makeModel(name, program, environment);
    },
    note: () => `images/${folder}, with the packages that it pins`,
    image: (_, { authorities }) => ({
      layers: [...pythonLayers(environment), filesLayer({ files: {} }, authorities), programLayer(name, program)],
      start: {
        command: ['python', '-m', runs],
        folder: '/app',
        user: '10001:10001',
        env: {
          ...pythonVariables,
          ...(program.model && { SERVICE: name }),
          PYTHONDONTWRITEBYTECODE: '1',
          PYTHONUNBUFFERED: '1',
          OMP_NUM_THREADS: '1',
          OPENBLAS_NUM_THREADS: '1',
          SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt',
        },
      },
    }),
  };
}

/** The program and its model, where its Containerfile has them. */
function programLayer(name: string, program: OwnProgram): Layer {
  return {
    key: keyOf(name, program),
    fill: folder => {
      const app = join(folder, 'app');
      cpSync(join(sourceOf(program), program.runs), join(app, program.runs), { recursive: true, filter: isSource });
      if (program.model) cpSync(modelFolder(name, program), join(app, 'trained', name), { recursive: true });
      mkdirSync(join(folder, 'usr/local/bin'), { recursive: true });
      symlinkSync('/usr/bin/python3', join(folder, 'usr/local/bin/python'));
      return folder;
    },
  };
}

/** Makes the model of a service as its Containerfile does, once for each state of its sources. */
async function makeModel(name: string, program: OwnProgram, environment: PythonEnvironment): Promise<void> {
  if (!program.model) return;
  const folder = modelFolder(name, program);
  await once(
    basename(folder),
    () => existsSync(join(folder, 'about.json')),
    async () => {
      const fresh = `${folder}.fresh`;
      rmSync(fresh, { recursive: true, force: true });
      if (program.model === 'transformer') cpSync(join(sourceOf(program), 'transformer'), fresh, { recursive: true });
      else {
        progress(`training ${name}`);
        const packages = join(environmentFolder(environment), environmentHome);
        await runPython(['-B', '-m', 'training', name, fresh], { PYTHONPATH: `${packages}:${sourceOf(program)}` });
      }
      renameSync(fresh, folder);
    },
  );
}

function modelFolder(name: string, program: OwnProgram): string {
  return toolFolder(`model-of-${name}-${keyOf(name, program).slice(0, 12)}`);
}

function sourceOf({ folder }: OwnProgram): string {
  return join(repository, 'images', folder);
}

/** What decides the bytes of the program and of its model. */
function keyOf(name: string, program: OwnProgram): string {
  const source = sourceOf(program);
  const hash = createHash('sha256').update(name);
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => isSource(path) && !path.startsWith(join(source, 'tests')));
  for (const path of files.sort()) hash.update(`\0${path.slice(source.length)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function isSource(path: string): boolean {
  return !path.includes('__pycache__');
}
