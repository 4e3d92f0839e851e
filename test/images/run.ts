// The programs of images/, run for real and held to what the constructs say of them.
//
//   npm run test:images                        all of them
//   npm run test:images -- --only model-server -- -k metrics     one, with words for pytest
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { synthesize } from '../../lib/synthesis.ts';
import { runTyped } from '../conformance/command-line.ts';
import { exampleProgram } from '../fixtures/example.ts';
import { root } from '../fixtures/repository.ts';
import { besideAgent } from './beside-agent.ts';
import { programContracts } from './program-contracts.ts';
import { environmentFor, findPython } from './python.ts';

const folder = join(root, 'images');
const cache = join(root, '.cache/images');
const all = readdirSync(folder).filter(name => existsSync(join(folder, name, 'requirements')));

const program = new Command('npm run test:images --')
  .description('run the programs of images/ and hold them to the contracts of the constructs')
  .option('--only <image>', `one of ${all.join(', ')}`, named)
  .argument('[pytest...]', 'what pytest is told besides')
  .action(async (told: readonly string[], { only }: { readonly only?: string }) => {
    const python = await findPython();
    mkdirSync(cache, { recursive: true });
    const contracts = join(cache, 'contracts.json');
    writeFileSync(contracts, `${JSON.stringify(await programContracts(await synthesize(exampleProgram)), null, 2)}\n`);
    for (const image of only === undefined ? all : [only]) {
      const interpreter = await environmentFor(join(folder, image), python, cache);
      const beside = image === 'agent' ? await besideAgent(python, cache) : {};
      const code = await tested({ interpreter, image, contracts, told, beside });
      if (code !== 0) process.exitCode = 1;
    }
  })
  .exitOverride();

await runTyped(program);

function named(text: string): string {
  if (all.includes(text)) return text;
  throw new InvalidArgumentError(`'${text}' is no image, must be one of ${all.join(', ')}.`);
}

interface Suite {
  readonly interpreter: string;
  readonly image: string;
  readonly contracts: string;
  readonly told: readonly string[];

  /** Variables that say where other real programs are that its tests ask. */
  readonly beside: Readonly<Record<string, string>>;
}

/** What pytest ends with; 5, that it has found no test, is a failure as any other. */
function tested({ interpreter, image, contracts, told, beside }: Suite): Promise<number> {
  const args = ['-m', 'pytest', '-c', 'pytest.ini', `${image}/tests`, ...told];
  const env = {
    ...process.env,
    ...beside,
    CONTRACTS: contracts,
    PYTHONPATH: `${image}:${image}/tests`,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn(interpreter, args, { cwd: folder, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}
