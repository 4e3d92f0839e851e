import Table from 'cli-table3';
import { stages } from '../lib/model/stages.ts';
import type { Row } from './figures.ts';

/** Everything that was measured, and where. */
export interface Figures {
  readonly machine: string;

  /** What each tool does, by its name. */
  readonly tools: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];

  /** Exponent of each tool between its two largest sizes: 1 is linear. */
  readonly growth: Readonly<Record<string, number | null>>;
  readonly own_platform: readonly Row[];
}

/** The figures for people: a line for each tool, a column for each size. */
export function figuresText({ machine, tools, rows, growth, own_platform: own }: Figures): string {
  const sizes = [...new Set(rows.map(({ objects }) => objects))].sort((a, b) => a - b);
  const table = new Table({
    head: ['', ...sizes.map(objects => `${number(objects)} objects`), 'growth'],
    style: plain,
  });
  for (const tool of Object.keys(tools)) {
    const cells = sizes.map(size => {
      const ofSize = rows.filter(({ objects }) => objects === size);
      return cell(
        ofSize.find(row => row.tool === tool),
        ofSize.find(row => row.tool.startsWith('helm')),
      );
    });
    table.push([tool, ...cells, growth[tool]?.toFixed(2) ?? '']);
  }
  const ownTable = new Table({ head: ['', 'process'], style: plain });
  for (const row of own)
    ownTable.push([`${row.tool}\n${number(row.objects)} objects`, [whole(row), ...memory(row)].join('\n')]);

  const legend = Object.entries(tools).map(([tool, does]) => `${tool}: ${does}.`);
  const parts = [table.toString(), ...legend, explanation, ownTable.toString(), stagesText([...rows, ...own])];
  return `${[machine, ...parts].join('\n')}\n`;
}

/** What the time of our program goes into: a line for each of its rows, a column for each stage. */
function stagesText(rows: readonly Row[]): string {
  const table = new Table({ head: ['milliseconds', ...stages], style: plain });
  for (const { tool, objects, stages: times } of rows) {
    if (times) table.push([`${tool}\n${number(objects)} objects`, ...stages.map(stage => number(times[stage]))]);
  }
  return table.toString();
}

const explanation =
  'Seconds of the whole process; below them those of the work alone, and for each object rendered; how many times as '
  + 'long the process took as Helm takes for as many objects; and the most memory. The objects above are those of one '
  + 'environment. Growth is the exponent between the two largest sizes: 1 is linear.';

const plain = { head: [], border: [] };

function cell(row: Row | undefined, helm: Row | undefined): string {
  if (!row) return '';
  if (row.seconds === null) return `left out:\n${row.left_out}`;
  const work = row.seconds_inside ?? row.seconds;
  const each = `${((work * 1000) / (row.rendered || 1)).toFixed(3)} ms each`;
  return [whole(row), `${work.toFixed(2)} s, ${each}`, ...againstHelm(row, helm), ...memory(row)].join('\n');
}

function againstHelm(row: Row, helm: Row | undefined): string[] {
  if (!helm?.seconds || !row.seconds || row === helm) return [];
  const times = row.seconds / (row.rendered || 1) / (helm.seconds / (helm.rendered || 1));
  return [`${times.toFixed(2)} times Helm`];
}

function whole({ seconds }: Row): string {
  return `${seconds?.toFixed(2)} s`;
}

function memory({ rss_mb: megabytes }: Row): string[] {
  return megabytes === null ? [] : [`${number(megabytes)} MB`];
}

function number(value: number): string {
  return value.toLocaleString('en');
}
