// Asks a web server as a visitor does: `visit.mjs <JSON>`, of `{ url, address, ca, body }`. With a body it is a POST. Prints
// the status, the text and the serial number of the certificate, or what went wrong, as JSON. Plain JavaScript, for the reason of `packets/probe.mjs`.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import process from 'node:process';
import { URL } from 'node:url';

const { url, address, ca, body } = JSON.parse(process.argv[2]);
const { protocol, hostname, pathname } = new URL(url);
const secure = protocol === 'https:';
const visit = (secure ? https : http).request({
  host: address,
  port: secure ? 443 : 80,
  path: pathname,
  method: body === undefined ? 'GET' : 'POST',
  headers: { host: hostname, ...(body !== undefined && { 'content-type': 'application/json' }) },
  timeout: body === undefined ? 5000 : 30_000,
  ...(secure && { servername: hostname, ca: readFileSync(ca) }),
});
visit.once('timeout', () => visit.destroy(new Error('no answer')));
visit.once('error', error => process.stdout.write(JSON.stringify({ status: 0, error: error.message })));
visit.once('response', response => {
  const parts = [];
  response.on('data', part => parts.push(part));
  const serial = secure ? response.socket.getPeerCertificate().serialNumber : undefined;
  response.once('end', () => {
    process.stdout.write(
      JSON.stringify({ status: response.statusCode, text: Buffer.concat(parts).toString(), serial }),
    );
  });
});
visit.end(body);
