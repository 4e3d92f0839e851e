import { jest } from '@jest/globals';
import { Stopwatch } from '../../lib/synth/stopwatch.ts';

test('time goes to the stage that it passes in, from the start of the process on', () => {
  const now = jest.spyOn(performance, 'now');
  const stopwatch = new Stopwatch();
  for (const [time, stage] of [
    [100, 'render'],
    [110, 'derive'],
    [113, 'prove'],
    [120, 'derive'],
  ] as const) {
    now.mockReturnValue(time);
    stopwatch.turnTo(stage);
  }
  now.mockReturnValue(124.4);

  const times = stopwatch.times();

  now.mockRestore();
  expect(times).toEqual({ startUp: 100, input: 0, render: 10, answer: 0, derive: 7, prove: 7, check: 0, write: 0 });
});
