import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { repository } from '../conformance/places.ts';

/** What the folders of runs begin with. */
export const folderPrefix = join(tmpdir(), 'live-');

/** Folder of what the last run has to say. */
export const reportFolder = join(repository, '.cache', 'live', 'report');
