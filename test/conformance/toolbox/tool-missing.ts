/** Thrown when the suite cannot run, because something that it needs is not on the machine. */
export class ToolMissing extends Error {
  override readonly name = 'ToolMissing';
}
