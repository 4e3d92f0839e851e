import { createHash } from 'node:crypto';

/** Files of one folder of the container, kept in one ConfigMap. */
export interface ConfigFiles {
  /** Name of the ConfigMap is `<service>-<name>`. */
  readonly name: string;
  readonly mountPath: string;

  /** Whether the program reads them anew whenever they change; then no pod is started for it. @default false */
  readonly reloads?: boolean;

  /** Whether it says where things run: then it is no part of the base, and each environment adds it. @default false */
  readonly saysWhere?: boolean;

  /** Text by file name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Short text that changes whenever a file does that is read at the start only; undefined where there is none. */
export function configHash(config: readonly ConfigFiles[]): string | undefined {
  const readOnce = config.filter(({ reloads = false }) => !reloads);
  if (readOnce.length === 0) return undefined;
  const hash = createHash('sha256');
  for (const { name, files } of readOnce) {
    for (const file of Object.keys(files).sort()) hash.update(`${name}/${file}\0${files[file]}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
