import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, outcome } from '../processes/execute.ts';
import { progress } from '../report/progress.ts';
import { once, toolFolder } from '../toolbox/once.ts';
import { ToolMissing } from '../toolbox/tool-missing.ts';
import type { JudgeFinding } from './finding.ts';

const version = '3.3.13';
const home = toolFolder(`checkov-${version}`);
const program = join(home, 'bin', 'checkov');

/** What checkov finds in the files of a folder. */
export async function checkov(folder: string): Promise<JudgeFinding[]> {
  const text = await outcome(
    program,
    ['-d', folder, '--framework', 'kubernetes', '--skip-download', '--compact', '--quiet', '-o', 'json'],
    { env: { ...process.env, LOG_LEVEL: 'ERROR' } },
  );
  const { results, summary } = JSON.parse(text.stdout) as Verdict;
  if (summary.parsing_errors > 0 || summary.passed === 0) throw new Error(`checkov: judged nothing: ${text.stderr}`);
  return results.failed_checks.map(({ check_id: check, check_name: words, resource }) => ({
    judge: 'checkov',
    check,
    object: resource.replace(/^([^.]*)\.([^.]*)\./, '$1/$2/'),
    text: words,
  }));
}

interface Verdict {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
    }[];
  };
}

/** Into a virtual environment of its own, so nothing else on the machine changes. @throws ToolMissing without Python */
export async function installCheckov(): Promise<void> {
  await once(
    'checkov',
    () => existsSync(join(home, 'finished')),
    async () => {
      progress(`installing checkov ${version}`);
      rmSync(home, { recursive: true, force: true });
      const made = await outcome('python3', ['-m', 'venv', home]);
      if (made.code !== 0) throw new ToolMissing(`python3: cannot make a virtual environment: ${made.stderr}`);
      await execute(join(home, 'bin', 'pip'), ['install', '--quiet', `checkov==${version}`]);
      writeFileSync(join(home, 'finished'), '');
    },
  );
}
