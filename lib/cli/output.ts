/** Prints what a command has to say. */
export function print(text: string): void {
  stdout.write(text);
}

/** Prints a value for machines. */
export function printJson(value: unknown): void {
  print(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints what stands in the way of a command. */
export function complain(text: string): void {
  stderr.write(text);
}

/**
 * Waits until all that was printed has left the process. A reader that went away, as `head` does, is no mistake: what
 * it did not want is dropped, and the command ends as it would have.
 *
 * @returns what kept the output from being written otherwise, such as a full disk
 */
export async function printed(): Promise<Error | undefined> {
  for (const output of [stdout, stderr]) {
    const error = await output.drained();
    if (error && !closedPipe.has(error.code)) return error;
  }
  return undefined;
}

/** Whether somebody still reads what is printed. */
export function isRead(): boolean {
  return stdout.error === undefined;
}

// The second is what Windows says.
const closedPipe: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EOF']);

/** A stream that is left alone once it failed. Without a listener its error would end the process with a stack. */
class Output {
  error: NodeJS.ErrnoException | undefined;
  private stream: NodeJS.WriteStream | undefined;
  private readonly open: () => NodeJS.WriteStream;

  constructor(open: () => NodeJS.WriteStream) {
    this.open = open;
  }

  write(text: string): void {
    this.stream ??= this.open().on('error', error => (this.error ??= error));
    if (!this.error) this.stream.write(text);
  }

  async drained(): Promise<NodeJS.ErrnoException | undefined> {
    // The callback comes where the stream failed, too.
    await new Promise<void>(resolve => (this.stream ? this.stream.write('', () => resolve()) : resolve()));
    return this.error;
  }
}

const stdout = new Output(() => process.stdout);
const stderr = new Output(() => process.stderr);
