import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * A module of a package of models, with the hundreds that it imports. They are required, since with an `import()` Node
 * asks the loader that takes types out of our files for each of them, which takes four times as long.
 */
export async function modelModule(specifier: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return require(fileURLToPath(import.meta.resolve(specifier))) as Readonly<Record<string, unknown>>;
  } catch {
    // Test runners require no ES modules; what is wrong with the module itself comes up here, too.
    return (await import(specifier)) as Readonly<Record<string, unknown>>;
  }
}
