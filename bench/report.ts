import Table from 'cli-table3';
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
    const cells = sizes.map(size => cell(rows.find(row => row.tool === tool && row.objects === size)));
    table.push([tool, ...cells, growth[tool]?.toFixed(2) ?? '']);
  }
  const ownTable = new Table({ head: ['', 'process'], style: plain });
  for (const row of own)
    ownTable.push([`${row.tool}\n${number(row.objects)} objects`, [whole(row), ...memory(row)].join('\n')]);

  const legend = Object.entries(tools).map(([tool, does]) => `${tool}: ${does}.`);
  return `${[machine, table.toString(), ...legend, explanation, ownTable.toString()].join('\n')}\n`;
}

const explanation =
  'Seconds of the whole process, below them those of the work alone and for each object rendered, and '
  + 'the most memory. Objects are those of one environment. Growth is the exponent between the two largest sizes: '
  + '1 is linear.';

const plain = { head: [], border: [] };

function cell(row: Row | undefined): string {
  if (!row) return '';
  if (row.seconds === null) return `left out:\n${row.left_out}`;
  const work = row.seconds_inside ?? row.seconds;
  const each = `${((work * 1000) / (row.rendered || 1)).toFixed(3)} ms each`;
  return [whole(row), `${work.toFixed(2)} s, ${each}`, ...memory(row)].join('\n');
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
