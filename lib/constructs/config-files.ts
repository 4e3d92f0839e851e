import { createHash } from 'node:crypto';

/** Files of one folder of the container, kept in one ConfigMap. */
export interface ConfigFiles {
  /** Name of the ConfigMap is `<service>-<name>`. */
  readonly name: string;
  readonly mountPath: string;

  /** Text by file name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Short text that changes whenever a file does. */
export function configHash(config: readonly ConfigFiles[]): string {
  const hash = createHash('sha256');
  for (const { name, files } of config) {
    for (const file of Object.keys(files).sort()) hash.update(`${name}/${file}\0${files[file]}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
