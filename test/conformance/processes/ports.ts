import { createServer } from 'node:net';

/**
 * Below the ports that Linux gives to connections which go out: one of those could take a port before its program listens.
 * Below node ports, too.
 */
const range = { first: 10_000, last: 29_999 };

/** Handed out before: their programs may not listen yet. */
const taken = new Set<number>();

/** Ports of the loopback interface that nobody listens on, each handed out once. Other runs begin elsewhere. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = range.first + Math.floor(Math.random() * (range.last - range.first + 1));
    if (taken.has(port)) continue;
    taken.add(port);
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const listener = createServer();
    listener.once('error', () => resolve(false));
    listener.listen(port, '127.0.0.1', () => listener.close(() => resolve(true)));
  });
}
