// Asks a web server for its page as a visitor does: `visit.mjs <JSON>`, of `{ url, address, ca }`. Prints the status, and
// who the server says that it is, as JSON. Plain JavaScript, for the reason of `packets/probe.mjs`.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import process from 'node:process';
import { URL } from 'node:url';

const { url, address, ca } = JSON.parse(process.argv[2]);
const { protocol, hostname, pathname } = new URL(url);
const secure = protocol === 'https:';
const visit = (secure ? https : http).get({
  host: address,
  port: secure ? 443 : 80,
  path: pathname,
  headers: { host: hostname },
  timeout: 5000,
  ...(secure && { servername: hostname, ca: readFileSync(ca) }),
});
visit.once('timeout', () => visit.destroy(new Error('no answer')));
visit.once('error', error => process.stdout.write(JSON.stringify({ status: 0, error: error.message })));
visit.once('response', response => {
  response.resume();
  response.once('end', () => process.stdout.write(JSON.stringify({ status: response.statusCode })));
});
