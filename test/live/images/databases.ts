import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianFolder, installDebian } from '../../conformance/toolbox/debian.ts';
import type { DebianTree } from '../../conformance/toolbox/debian.ts';
import { debianLayer } from './debian-layer.ts';
import { filesLayer } from './files-layer.ts';
import type { Start } from './image.ts';
import type { Maker } from './maker.ts';

const shell = ['dash', 'coreutils', 'grep'];
const redisTree = { name: 'redis-image', packages: ['redis-server', 'redis-tools', ...shell], whole: true };
const postgresTree = { name: 'postgres-image', packages: ['postgresql', ...shell], whole: true };

/** What the official image does before the server starts, as far as this platform asks for it. */
const postgresEntrypoint = `#!/bin/sh
# Makes the database of an empty disk, with its owner, and becomes the program that is asked for.
set -eu
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb --pgdata="$PGDATA" --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --encoding=UTF8 \\
    --locale=C.UTF-8 $POSTGRES_INITDB_ARGS
  echo "CREATE DATABASE \\"$POSTGRES_DB\\"" | postgres --single -D "$PGDATA" postgres
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >> "$PGDATA/postgresql.conf"
fi
exec "$@"
`;

/** Databases of Debian's packages: the programs of their official images, in the versions that Debian has. */
export const databases: Readonly<Record<string, Maker>> = {
  'docker.io/library/redis': packaged('Redis', redisTree, () => ({
    files: {},
    start: { user: '999', folder: '/data', command: ['redis-server'] },
  })),
  'docker.io/library/postgres': packaged('PostgreSQL', postgresTree, () => {
    const version = readdirSync(join(debianFolder(postgresTree), 'usr/lib/postgresql'))[0]!;
    return {
      files: {
        '/usr/local/bin/docker-entrypoint.sh': { text: postgresEntrypoint },
        // It asks who it is.
        '/etc/passwd': { text: 'root:x:0:0::/root:/bin/sh\npostgres:x:10001:10001::/var/lib/postgresql:/bin/sh\n' },
      },
      start: {
        entrypoint: ['sh', '/usr/local/bin/docker-entrypoint.sh'],
        command: ['postgres'],
        env: { PATH: `/usr/lib/postgresql/${version}/bin:/usr/local/bin:/usr/bin:/bin` },
      },
    };
  }),
};

interface Packaged {
  readonly files: Parameters<typeof filesLayer>[0]['files'];
  readonly start: Start;
}

function packaged(title: string, tree: DebianTree, made: () => Packaged): Maker {
  return {
    stands: 'real',
    installs: () => installDebian(tree),
    note: ({ tag }) => `${title} of Debian's packages, in place of ${tag}`,
    image: () => {
      const { files, start } = made();
      return { layers: [debianLayer(tree), filesLayer({ files })], start };
    },
  };
}
