/** Everything is as it must be. */
export const success = 0;

/** The command ran, and found something to look at. */
export const found = 1;

/** The command could not run: a mistake in the input, the call, or on the disk. Nothing was written. */
export const failure = 2;
