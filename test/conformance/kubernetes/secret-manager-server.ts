// Plays a secret manager: `secret-manager-server.ts <folder> <address> <port>` answers `GET /<store>/<entry>` with what the
// file of that name has. An empty one is an entry without a version, which has no value.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [, , folder = '', address = '', port = ''] = process.argv;

createServer((request, response) => {
  const value = valueOf((request.url ?? '').split('/').at(-1)!);
  if (value === '') response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value }));
}).listen(Number(port), address);

function valueOf(entry: string): string {
  const file = join(folder, entry);
  return /^[\w-]+$/.test(entry) && existsSync(file) ? readFileSync(file, 'utf8') : '';
}
