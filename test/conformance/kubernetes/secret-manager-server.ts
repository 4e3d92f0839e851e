// Plays a secret manager: `secret-manager-server.ts <file> <address> <port>` answers `GET /<store>/<entry>` from a JSON file.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , file = '', address = '', port = ''] = process.argv;

createServer((request, response) => {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const name = decodeURIComponent((request.url ?? '').split('/').at(-1)!);
  if (!Object.hasOwn(entries, name)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: entries[name] }));
}).listen(Number(port), address);
