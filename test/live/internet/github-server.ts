// Plays the one host of the internet that the platform calls: `github-server.ts <key> <certificate> <file>`. Each request
// becomes a line of the file, a JSON object of `PlayedRequest`.
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { playedAddress } from './authority.ts';

/** A request as it arrived. */
export interface PlayedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

const [key = '', certificate = '', file = ''] = process.argv.slice(2);

createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (data: Buffer) => parts.push(data));
  request.on('end', () => {
    const played: PlayedRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(parts).toString('utf8'),
    };
    appendFileSync(file, `${JSON.stringify(played)}\n`);
    response.writeHead(204).end();
  });
}).listen(443, playedAddress);
