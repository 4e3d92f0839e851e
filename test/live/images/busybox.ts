import { readFileSync } from 'node:fs';
import { execute } from '../../conformance/processes/execute.ts';
import { busybox as pathOf, installNodeTools } from '../../conformance/toolbox/node-tools.ts';
import { filesLayer } from './files-layer.ts';
import type { Content } from './files-layer.ts';
import type { Maker } from './maker.ts';

/** A shell with its commands, from Debian's static package. */
export const busybox: Readonly<Record<string, Maker>> = {
  'docker.io/library/busybox': {
    stands: 'real',
    installs: installNodeTools,
    note: async () => {
      const [version = 'of unknown version'] = /v\d\S+/.exec(await execute(await program(), [])) ?? [];
      return `busybox ${version} of Debian`;
    },
    image: async () => {
      const file = await program();
      const commands = (await execute(file, ['--list'])).split('\n').filter(name => name !== '' && name !== 'busybox');
      const links = commands.map((name): [string, Content] => [`/bin/${name}`, { link: 'busybox' }]);
      return {
        layers: [filesLayer({ files: { '/bin/busybox': { program: file }, ...Object.fromEntries(links) } })],
        start: { command: ['sh'] },
      };
    },
  },
};

async function program(): Promise<string> {
  const path = pathOf(await installNodeTools());
  readFileSync(path); // says which file is not there
  return path;
}
