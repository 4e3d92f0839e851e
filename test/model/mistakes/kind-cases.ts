import type { CustomKind } from '../../../lib/model/custom-kind.ts';
import { cast } from './case.ts';
import type { Case, Wrong } from './case.ts';

function row(change: object): Wrong {
  return { kinds: [{ group: 'example.com', kind: 'Queue', ...change } as CustomKind] };
}

const queue = "imports/kinds.ts: 'example.com/Queue'";

/** Mistakes in what a platform says of its own kinds, apart from what its functions say of an object. */
export const kindCases: readonly Case[] = [
  ['kinds that are no list', { kinds: cast({}) }, 'wrong-type', 'imports/kinds.ts: {} must be a list'],
  [
    'a kind that is a text',
    { kinds: [cast('Queue')] },
    'wrong-type',
    "imports/kinds.ts: 'row 1': 'Queue' must be an object",
  ],
  [
    'a kind without a group',
    { kinds: [cast({ kind: 'Queue' })] },
    'missing',
    "imports/kinds.ts: 'undefined/Queue': 'group' is missing, it must be an API group, such as 'example.com'",
  ],
  [
    'a group that is no domain',
    { kinds: [{ group: 'apps', kind: 'Queue' }] },
    'malformed',
    "imports/kinds.ts: 'apps/Queue': 'group' ('apps') must be an API group, such as 'example.com'",
  ],
  [
    'a kind that is none',
    { kinds: [{ group: 'example.com', kind: 'my queue' }] },
    'malformed',
    "imports/kinds.ts: 'example.com/my queue': 'kind' ('my queue') must be a kind, such as 'SparkApplication'",
  ],
  [
    'data that is a text',
    row({ holdsData: 'yes' }),
    'wrong-type',
    `${queue}: 'holdsData' ('yes') must be true or false`,
  ],
  [
    'health that is another word',
    row({ health: 'none' }),
    'unknown-name',
    `${queue}: 'health' ('none') must be one of 'built-in'`,
  ],
  [
    'health without a script',
    row({ health: {} }),
    'missing',
    `${queue}: 'health.lua' is missing, it must be a text that is not empty`,
  ],
  [
    'pods that are no function',
    row({ pods: [] }),
    'wrong-type',
    `${queue}: 'pods' ([]) must be a function of an object`,
  ],
  [
    'names that are no function',
    row({ names: {} }),
    'wrong-type',
    `${queue}: 'names' ({}) must be a function of an object`,
  ],
  [
    'a misspelt field',
    row({ holdData: true }),
    'unknown-key',
    `${queue}: 'holdData' is an unknown key, it must be one of 'group', 'kind', 'holdsData', 'health', 'pods', 'names' (did you mean 'holdsData'?)`,
  ],
  [
    'a kind twice',
    {
      kinds: [
        { group: 'example.com', kind: 'Queue' },
        { group: 'example.com', kind: 'Queue' },
      ],
    },
    'duplicate',
    "imports/kinds.ts: 'example.com/Queue' is defined twice, each name must be there once",
  ],
];
