import { memoryOf } from './control-groups.ts';

/** Looks every two seconds at the memory that a run has, and remembers the most. */
export function watchMemory(run: string): { end(): number } {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, memoryOf(run));
  };
  const timer = setInterval(look, 2000);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}
