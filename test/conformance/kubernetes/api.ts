import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../../lib/yaml/json.ts';
import type { Authority } from './authority.ts';

/** What an API server said. */
export interface Answer {
  readonly status: number;
  readonly body: JsonMap;
  readonly warnings: readonly string[];
}

/** How an object is sent. */
export interface Sending {
  /** Whether nothing is to be stored. @default false */
  readonly dryRun?: boolean;
}

/** A kind as the server knows it. */
interface Kind {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** One API server, as its administrator sees it. */
export class Api {
  private readonly agent: Agent;
  private readonly kinds = new Map<string, Map<string, Kind>>();

  readonly url: string;

  constructor(url: string, { ca, admin }: Authority) {
    this.url = url;
    const read = (file: string): Buffer => readFileSync(file);
    this.agent = new Agent({ ca: read(ca), cert: read(admin.certificate), key: read(admin.key), keepAlive: true });
  }

  /** Sends one request. The body may be an object, or text for the bare content type. */
  send(method: string, path: string, body?: Json, type = 'application/json'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': type };
      const sent = request(`${this.url}${path}`, { method, agent: this.agent, headers }, response => {
        const parts: Buffer[] = [];
        response.on('data', (data: Buffer) => parts.push(data));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: parsed(Buffer.concat(parts).toString('utf8')),
            warnings: warningsOf(response),
          }),
        );
      });
      sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path}: no answer`)));
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Body of a GET. @throws Error for anything but success */
  async get(path: string): Promise<JsonMap> {
    const { status, body } = await this.send('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status}, must be 200: ${String(body['message'] ?? '')}`);
    return body;
  }

  /** Items of a list, each with its kind, which servers say of the list alone. */
  async list(path: string): Promise<Manifest[]> {
    const { apiVersion, kind, items } = (await this.get(path)) as unknown as Manifest & { readonly items: Manifest[] };
    return items.map(item => ({ ...item, apiVersion, kind: kind.replace(/List$/, '') }));
  }

  /** Server-side apply with strict validation: unknown and duplicate fields are refused. */
  async apply(manifest: Manifest, { dryRun = false }: Sending = {}): Promise<Answer> {
    const query = `fieldManager=conformance&force=true&fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
    const path = await this.pathOf(manifest);
    return this.send('PATCH', `${path}?${query}`, manifest as unknown as Json, 'application/apply-patch+yaml');
  }

  /** Changes part of an object by a merge patch. */
  patch(path: string, change: JsonMap): Promise<Answer> {
    return this.send('PATCH', path, change, 'application/merge-patch+json');
  }

  /** Whether the server knows the kind. */
  async knows({ apiVersion, kind }: Manifest): Promise<boolean> {
    return (await this.kindOf(apiVersion, kind)) !== undefined;
  }

  /** Whether objects of its kind lie in a namespace. @throws Error for a kind that the server does not know */
  async isNamespaced({ apiVersion, kind }: Manifest): Promise<boolean> {
    return (await this.known(apiVersion, kind)).namespaced;
  }

  /** Path of an object. @throws Error for a kind that the server does not know */
  async pathOf(manifest: Manifest): Promise<string> {
    const { apiVersion, kind, metadata } = manifest;
    const { plural, namespaced } = await this.known(apiVersion, kind);
    const place = namespaced ? `/namespaces/${namespaceOf(manifest) ?? 'default'}` : '';
    return `${groupPath(apiVersion)}${place}/${plural}/${metadata.name}`;
  }

  private async known(apiVersion: string, kind: string): Promise<Kind> {
    const found = await this.kindOf(apiVersion, kind);
    if (!found) throw new Error(`${apiVersion} ${kind}: is unknown to the API server, must be known`);
    return found;
  }

  private async kindOf(apiVersion: string, kind: string): Promise<Kind | undefined> {
    const cached = this.kinds.get(apiVersion)?.get(kind);
    if (cached) return cached;

    const { status, body } = await this.send('GET', groupPath(apiVersion));
    if (status !== 200) return undefined;

    const resources = body['resources'] as unknown as readonly { kind: string; name: string; namespaced: boolean }[];
    const kinds = resources
      .filter(({ name }) => !name.includes('/'))
      .map(({ kind: known, name, namespaced }) => [known, { plural: name, namespaced }] as const);
    this.kinds.set(apiVersion, new Map(kinds));
    return this.kinds.get(apiVersion)?.get(kind);
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function parsed(text: string): JsonMap {
  try {
    return JSON.parse(text) as JsonMap;
  } catch {
    return { message: text };
  }
}

/** Each header on its own: joined, they could not be told apart. */
function warningsOf({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders
    .filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === 'warning' && index % 2 === 1)
    .map(text => text.replace(/^\d+ \S+ "(.*)"$/s, '$1').replaceAll('\\"', '"'));
}
