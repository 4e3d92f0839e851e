import type { EditableWorld } from './small-world/small-world.ts';

/** A mistake in the small world, and a part of what its rule says about it. */
export type Case = readonly [mistake: string, edit: (world: EditableWorld) => void, message: string];

/** For each rule what breaks it. */
export type Cases = Readonly<Record<string, readonly Case[]>>;
