import { join, resolve } from 'node:path';

/** The repository. */
export const repository = resolve(import.meta.dirname, '..', '..');

/** What starts a program of the repository on any Node. */
export const starter = join(repository, 'start.js');

/** Folder of the small Go modules that pin the tools. */
export const modules = join(import.meta.dirname, 'tools');

/** Everything that this suite keeps between runs; git ignores it. A second checkout may share the first one's. */
export const cache = resolve(process.env['CONFORMANCE_CACHE'] ?? join(repository, '.cache', 'conformance'));

/** Folder of what the last run has to say. */
export const reportFolder = join(repository, '.cache', 'conformance', 'report');

/** CustomResourceDefinitions of the operators, where somebody has put them: `<group>/<plural>.yaml`. */
export const definitions = resolve(process.env['CONFORMANCE_CRDS'] ?? join(repository, '..', 'shared', 'crds'));

/** Environment variables that say where something lies. */
export const placeVariables = ['CONFORMANCE_CACHE', 'CONFORMANCE_CRDS'] as const;
