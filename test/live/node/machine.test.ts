import { amountOf } from '../../../lib/model/amounts.ts';
import { scaledDown, shownProcessors } from './machine.ts';

const pool = { name: 'worker', count: 2, cpu: '3900m', memory: '14Gi', ephemeralStorage: '80Gi' } as const;
const machine = (processors: number, memory: '8Gi' | '32Gi') => ({ processors, memory: amountOf(memory) });

test('a node shows the processors of its row, and no fewer than the machine has', () => {
  expect(shownProcessors(pool, machine(2, '32Gi'))).toBe(4);
  expect(shownProcessors({ cpu: '4' }, machine(2, '32Gi'))).toBe(4);
  expect(shownProcessors(pool, machine(8, '32Gi'))).toBe(8);
});

test('what a machine lacks of a row is told with both figures', () => {
  expect(scaledDown(pool, machine(2, '32Gi'))).toBe(
    'each node of pool worker shows 4 processors, which are the 2 of this machine',
  );
  expect(scaledDown(pool, machine(2, '8Gi'))).toBe(
    'each node of pool worker shows 4 processors, which are the 2 of this machine and has 8Gi of memory instead of 14Gi',
  );
});

test('a machine that has enough scales nothing down', () => {
  expect(scaledDown(pool, machine(8, '32Gi'))).toBeUndefined();
});
