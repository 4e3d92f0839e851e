import type { Entry } from './ledger.ts';

/** The report for eyes: verdicts first, then what each trial saw. */
export function markdown(title: string, entries: readonly Entry[], facts: readonly string[]): string {
  const count = (verdict: Entry['verdict']): number => entries.filter(entry => entry.verdict === verdict).length;
  const rows = entries.map(
    ({ part, title, verdict, seconds }) =>
      `| ${part} | ${cell(title)} | ${verdict === 'failed' ? '**failed**' : verdict} | ${seconds.toFixed(1)} |`,
  );
  return [
    `# ${title}`,
    '',
    `${count('passed')} passed, ${count('failed')} failed, ${count('not tried')} not tried.`,
    '',
    ...facts.map(fact => `- ${fact}`),
    '',
    '| part | trial | verdict | seconds |',
    '| --- | --- | --- | ---: |',
    ...rows,
    '',
    ...entries.filter(({ details }) => details.length > 0).flatMap(section),
  ].join('\n');
}

function section({ part, title, verdict, details }: Entry): string[] {
  return [`## ${part}: ${title} (${verdict})`, '', '```text', ...details, '```', ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
