import pico from 'picocolors';
import { isAcceptable } from '../model/acceptance.ts';
import { grouped } from '../model/grouped.ts';
import type { Outcome } from '../import/import-tree.ts';
import type { EnvironmentProof } from '../import/proof.ts';
import { folderOf } from '../import/imported.ts';
import { secretTitle } from '../import/secrets.ts';
import type { OverlayProof } from '../import/whole-tree.ts';

/** What an import says to people: the proof, what rules find, what was written, and what is to be done. */
export function importText({ components, environments, findings, unknown, written }: Outcome): string {
  return [
    ...environments.flatMap(proofLines),
    ...(written === undefined
      ? ['Nothing was written.']
      : writtenLines(
          components.map(({ name }) => name),
          written,
        )),
    ...unknownLines(unknown),
    ...findingLines(
      findings,
      components.map(({ name }) => name),
    ),
    '',
  ].join('\n');
}

/** What came of every overlay of a tree, and the number of those that are equal. */
export function treeText(overlays: readonly OverlayProof[]): string {
  const equal = overlays.filter(({ proof }) => proof?.residue.length === 0);
  const withSecrets = overlays.filter(({ proof }) => (proof?.secrets.length ?? 0) > 0);
  const lines = overlays.flatMap(({ overlay, problem, proof }) => {
    if (problem !== undefined) return [`${overlay}: ${pico.yellow('cannot be')}: ${problem}`];
    return proof!.residue.length === 0 ? [] : proofLines({ ...proof!, environment: overlay });
  });
  return [
    ...lines,
    `${pico.bold(`${equal.length} of ${overlays.length} overlays`)} are built exactly as before.`,
    ...(withSecrets.length > 0
      ? [`${withSecrets.length} of them hold Secrets, which are refused unless they are fetched: --secrets external.`]
      : []),
    'Nothing was written.',
    '',
  ].join('\n');
}

function proofLines({ environment, source, objects, equal, residue, secrets, added }: EnvironmentProof): string[] {
  const verdict = residue.length === 0 ? pico.green('equal') : pico.yellow(`${equal} equal`);
  const kinds = [...added].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return [
    `${environment} (${source}): ${objects} ${objects === 1 ? 'object' : 'objects'}, ${verdict}`,
    ...residue.map(({ object, reason }) => `  ${object}: ${reason}`),
    ...secrets.map(secret => `  ${secretTitle(secret)}: is fetched from Secret Manager in its place`),
    ...(kinds === '' ? [] : [`  added by the platform: ${kinds}`]),
  ];
}

function writtenLines(components: readonly string[], { files, added }: NonNullable<Outcome['written']>): string[] {
  const todo = added.filter(({ isWritten }) => !isWritten);
  return [
    ...components.map(name => {
      const own = files.filter(path => path.startsWith(`${folderOf(name)}/`));
      return `${pico.bold(`${folderOf(name)}/`)}: ${own.length} files written`;
    }),
    ...added.filter(({ isWritten }) => isWritten).map(({ file, line }) => `${file}: ${line.trim()}`),
    ...(todo.length > 0 ? ['These lines are still to be written by hand:'] : []),
    ...todo.map(({ file, line }) => `  ${file}: ${line.trim()}`),
  ];
}

/** Kinds that nobody knows are judged once their definitions are there. */
function unknownLines(unknown: Outcome['unknown']): string[] {
  if (unknown.length === 0) return [];
  return [
    'The definitions of these kinds must lie in imports/, as CustomResourceDefinitions:',
    ...unknown.map(({ kind, definition }) => `  ${kind}${definition === undefined ? '' : `: copy ${definition}`}`),
  ];
}

/** What is found in it is to be mended, or accepted where only the component itself is harmed. */
function findingLines(findings: Outcome['findings'], components: readonly string[]): string[] {
  if (findings.length === 0) return ['No rule finds anything: `npm run synth` writes it to dist/.'];
  const rules = [...grouped(findings, ({ rule }) => rule)];
  return [
    `Rules find ${findings.length} things, and \`npm run validate\` shows them. Until they are mended, these may be accepted with a`,
    `reason each in ${components.map(name => `${folderOf(name)}/index.ts`).join(', ')} ('accepts'):`,
    ...rules.filter(([rule]) => isAcceptable(rule)).map(([rule, found]) => `  ${rule}: ${found.length}`),
    ...(rules.every(([rule]) => isAcceptable(rule)) ? [] : ['and these must be mended:']),
    ...rules.filter(([rule]) => !isAcceptable(rule)).map(([rule, found]) => `  ${rule}: ${found.length}`),
  ];
}
