// Tries connections from the network namespace that it is run in: `probe.mjs <JSON>`, a list of `{ host, port }`.
// Prints a list of what came of each: 'open', or the code of the refusal. It is plain JavaScript, since it runs in
// places where nothing else starts quickly.
import { connect } from 'node:net';
import process from 'node:process';

const targets = JSON.parse(process.argv[2]);
const patience = 3000;
const atOnce = 40;

const results = [];
for (let start = 0; start < targets.length; start += atOnce) {
  results.push(...(await Promise.all(targets.slice(start, start + atOnce).map(attempt))));
}
process.stdout.write(JSON.stringify(results));

function attempt({ host, port }) {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const done = result => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(patience, () => done('ETIMEDOUT'));
    socket.once('connect', () => done('open'));
    socket.once('error', error => done(error.code ?? 'error'));
  });
}
