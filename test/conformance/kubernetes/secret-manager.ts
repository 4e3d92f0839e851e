import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { starter } from '../places.ts';
import type { Server } from '../processes/supervisor.ts';

/** A secret manager that is played: each of its entries is a file of that name, which is read at each question. */
export class SecretManager {
  private readonly address: string;
  private readonly port: number;
  private readonly folder: string;

  /** @param address host where it listens and is asked, @param folder of its entries */
  constructor(address: string, port: number, folder: string) {
    this.address = address;
    this.port = port;
    this.folder = folder;
  }

  /** The program that answers. */
  get server(): Server {
    return {
      name: 'secret-manager',
      program: process.execPath,
      args: [
        starter,
        join(import.meta.dirname, 'secret-manager-server.ts'),
        this.folder,
        this.address,
        String(this.port),
      ],
    };
  }

  /** Texts of the providers of all stores in a `dist/`, by what makes a store ask this one, so that they can be put back. */
  replacements(dist: string): Map<string, string> {
    const providers = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter(file => /(^|\/)(cluster)?secretstore\.[^/]*\.yaml$/.test(file))
      .map(file => {
        const [found] = /^ {2}provider:\n(?: {4}.*\n)+/m.exec(readFileSync(join(dist, file), 'utf8')) ?? [];
        if (found === undefined) throw new Error(`${file}: has no provider, must have one`);
        return found;
      });
    return new Map([...new Set(providers)].map((provider, index) => [provider, this.provider(index)]));
  }

  /** A path of its own for each that it stands for: no two may become the same text. */
  private provider(index: number): string {
    return [
      '  provider:',
      '    webhook:',
      '      result:',
      '        jsonPath: $.value',
      `      url: http://${this.address}:${this.port}/${index}/{{ .remoteRef.key }}`,
      '',
    ].join('\n');
  }
}
