// Asks for predictions from the network namespace that it is run in: `load.mjs <JSON>`, of `{ url, body, askers, seconds }`.
// Each asker has one question on its way at a time. Prints how often there was which answer, as JSON. Plain JavaScript, for
// the reason of `probe.mjs`.
import { request } from 'node:http';
import process from 'node:process';

const { url, body, askers, seconds } = JSON.parse(process.argv[2]);
const end = Date.now() + seconds * 1000;
const answers = {};

await Promise.all(Array.from({ length: askers }, ask));
process.stdout.write(JSON.stringify(answers));

async function ask() {
  while (Date.now() < end) {
    const answer = await answered();
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

// A connection of its own each: those that are kept open all lead to the pod that took the first.
function answered() {
  return new Promise(resolve => {
    const asked = request(`${url}/predict`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json' },
      timeout: 20_000,
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', error => resolve(error.code ?? error.message));
    asked.once('response', response => {
      response.resume();
      response.once('close', () => resolve(String(response.statusCode)));
    });
    asked.end(body);
  });
}
