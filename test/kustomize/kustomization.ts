import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { targetOf } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import type { Kustomize } from './kustomize.ts';

/** An object of a base, and what an overlay does with it. */
export interface Patched {
  readonly base: Manifest;
  readonly patch?: Patch;
}

/** How an overlay is written and what else it says. */
export interface OverlayOptions {
  /** @default - no `namespace:` */
  readonly namespace?: string;

  /** Objects that only the overlay has. */
  readonly added?: readonly Manifest[];

  /** @default yamlText */
  readonly text?: (value: Json) => string;
}

/** Builds a base and one overlay of it, laid out as the program writes them, and gives what Kustomize makes of it. */
export function built(kustomize: Kustomize, objects: readonly Patched[], options: OverlayOptions = {}): JsonMap[] {
  return inFolder(overlayFiles(objects, options), folder => kustomize.build(join(folder, 'overlay')));
}

/** Objects by what makes them the same object, in whatever order Kustomize wrote them. */
export function byIdentity(manifests: readonly JsonMap[]): Map<string, JsonMap> {
  return new Map(manifests.map(manifest => [identityOf(manifest as Manifest), manifest]));
}

/** Runs something in a temporary folder that holds these files, texts by path. */
export function inFolder<T>(files: ReadonlyMap<string, string>, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kustomization-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** JSON is YAML in which every text is quoted: the other style in which a base may be written. */
export function jsonText(value: Json): string {
  // In these, YAML sees line breaks and byte order marks also within quotes.
  const json = JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `${json}\n`;
}

function overlayFiles(objects: readonly Patched[], options: OverlayOptions): Map<string, string> {
  const { namespace, added = [], text = yamlText } = options;
  const files = new Map([
    ['base/kustomization.yaml', jsonText({ resources: ['objects.yaml'] })],
    ['base/objects.yaml', objects.map(({ base }) => text(base)).join('---\n')],
    ...added.map((manifest, index) => [`overlay/${index}.yaml`, text(manifest)] as const),
  ]);
  const patches: JsonMap[] = [];
  objects.forEach(({ base, patch }, index) => {
    if (!patch) return;
    const path = `${index}.patch.yaml`;
    const isStrategic = patch.form === 'strategic';
    files.set(`overlay/${path}`, text(isStrategic ? patch.body : (patch.operations as unknown as Json)));
    patches.push(isStrategic ? { path } : { path, target: { ...targetOf(base) } });
  });
  const resources = ['../base', ...added.map((_, index) => `${index}.yaml`)];
  const fields = { ...(namespace && { namespace }), ...(patches.length > 0 && { patches }) };
  return files.set('overlay/kustomization.yaml', jsonText({ resources, ...fields }));
}
