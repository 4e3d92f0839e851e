import { amountOf } from '../../../lib/model/amounts.ts';
import { scaledDown } from './machine.ts';

const pool = { name: 'worker', count: 2, cpu: '3900m', memory: '14Gi', ephemeralStorage: '80Gi' } as const;
const machine = (cpu: '2' | '8', memory: '8Gi' | '32Gi') => ({ cpu: amountOf(cpu), memory: amountOf(memory) });

test('what a machine lacks of a row is told with both figures', () => {
  expect(scaledDown(pool, machine('2', '32Gi'))).toBe('each node of pool worker has 2 CPUs instead of 3900m');
  expect(scaledDown(pool, machine('2', '8Gi'))).toBe(
    'each node of pool worker has 2 CPUs instead of 3900m and 8Gi of memory instead of 14Gi',
  );
});

test('a machine that has enough scales nothing down', () => {
  expect(scaledDown(pool, machine('8', '32Gi'))).toBeUndefined();
});
