// The one door to the disk: nothing outside this folder imports node:fs.
export { DiskError, LockedError, RefusedTreeError, UnknownFilesError } from './disk-error.ts';
export { readCommitted } from './committed-tree.ts';
export { readTexts } from './read-texts.ts';
export { readTree } from './read-tree.ts';
export type { Owned } from './refusals.ts';
export { readJson, readText, writeText } from './single-file.ts';
export { inTemporaryFolder, readForeign, sortAt } from './foreign-folder.ts';
export type { OnChange } from './coalesced.ts';
export { watchFolders, type WatchOptions } from './watch-folders.ts';
export { writeTree, type WriteOptions, type WriteResult } from './write-tree.ts';
