const started = Date.now();

/** A line for whoever waits: how long it has been, and what is going on. */
export function progress(line: string): void {
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stderr.write(`[${String(seconds).padStart(4)} s] ${line}\n`);
}
