import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { outcome } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import type { JudgeFinding } from './finding.ts';

/** What kube-score finds in the files of a folder, which it sees together. */
export async function kubeScore(folder: string, minor: string): Promise<JudgeFinding[]> {
  const input = readdirSync(folder)
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n---\n');
  const { stdout, stderr } = await outcome(
    tool('kube-score'),
    [
      'score',
      '--kubernetes-version',
      `v${minor}`,
      '--output-format',
      'json',
      '--enable-optional-test',
      'container-seccomp-profile',
      '-',
    ],
    { input },
  );
  if (!stdout.startsWith('[')) throw new Error(`kube-score: judged nothing: ${stderr}`);
  return (JSON.parse(stdout) as readonly Scored[]).flatMap(findingsOf);
}

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

/** Ten is the best grade; below that it has something to say. */
function findingsOf({ type_meta: { kind }, object_meta: { name, namespace = '' }, checks }: Scored): JudgeFinding[] {
  return checks
    .filter(({ grade, skipped }) => grade < 10 && !skipped)
    .map(({ check: { id }, comments }) => ({
      judge: 'kube-score',
      check: id,
      object: `${kind}/${namespace}/${name}`,
      text: (comments ?? []).map(({ path, summary }) => `${path} ${summary}`.trim()).join('; '),
    }));
}
