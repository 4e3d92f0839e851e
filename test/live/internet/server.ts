// Plays the hosts of the internet that the platform calls: `server.ts <key> <certificate> <file>`. Each request becomes a
// line of the file, a JSON object of `PlayedRequest`.
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { playedAddress, playedHosts } from './authority.ts';

/** A request as it arrived. */
export interface PlayedRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

/** What a language model says of a ticket: one about an invoice is simple, any other is hard. */
function opinion(ticket: string): object {
  const content = JSON.stringify({ complexity: ticket.includes('invoice') ? 0.1 : 0.9 });
  return { choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] };
}

const [key = '', certificate = '', file = ''] = process.argv.slice(2);

createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (data: Buffer) => parts.push(data));
  request.on('end', () => {
    const played: PlayedRequest = {
      host: request.headers.host ?? '',
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(parts).toString('utf8'),
    };
    appendFileSync(file, `${JSON.stringify(played)}\n`);
    if (played.host !== playedHosts.groq) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(opinion(played.body)));
  });
}).listen(443, playedAddress);
