// Serves a folder over HTTP on the loopback interface: `chart-server.ts <folder> <port>`.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

const [folder = '', port = ''] = process.argv.slice(2);

createServer((request, response) => {
  const file = join(folder, normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname));
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1');
