import nodeCrypto from 'node:crypto';
import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { InputError } from '../../lib/model/input-error.ts';
import { renderingsOf } from '../../lib/synth/renderings.ts';
import { stilled } from '../../lib/synth/still-world.ts';
import { edit, inCheckout, plainsail } from '../fixtures/checkout.ts';
import { platform, serviceOf, Shop } from '../fixtures/platform.ts';
import { thrownBy } from '../disk/fixtures/trees.ts';

/** One action in a world of its own. */
function inStillWorld<T>(where: string, action: () => T): T {
  return stilled(run => run(where, action));
}

const readings: readonly (readonly [string, () => unknown])[] = [
  ['Date.now()', () => Date.now()],
  ['new Date()', () => new Date()],
  ['Date()', () => Date()],
  ['Math.random()', () => Math.random()],
  ['performance.now()', () => performance.now()],
  ['process.hrtime()', () => process.hrtime()],
  ['process.hrtime()', () => process.hrtime.bigint()],
  ['process.uptime()', () => process.uptime()],
  ['process.env.HOME', () => process.env.HOME],
  ['process.env.HOME', () => 'HOME' in process.env],
  ['process.env', () => Object.keys(process.env)],
  ['crypto.randomUUID()', () => crypto.randomUUID()],
  ['crypto.getRandomValues()', () => crypto.getRandomValues(new Uint8Array(1))],
  ['crypto.randomUUID()', () => nodeCrypto.randomUUID()],
  ['crypto.randomBytes()', () => nodeCrypto.randomBytes(1)],
  ['crypto.randomInt()', () => nodeCrypto.randomInt(9)],
];

describe('while constructs run', () => {
  test.each(readings)('%s is refused, and works again afterwards', (name, read) => {
    const error = thrownBy(() => inStillWorld('prod/clock', read)) as InputError;

    expect(error).toBeInstanceOf(InputError);
    expect(error.problems).toEqual([
      `prod/clock: '${name}' is read while constructs run, what is rendered must follow from the code alone`,
    ]);
    expect(read).not.toThrow();
  });

  test('what a construct swallows is told all the same', () => {
    const swallow = (): number => {
      try {
        return Math.random();
      } catch {
        return 0;
      }
    };

    expect(() => inStillWorld('prod/clock', swallow)).toThrow("prod/clock: 'Math.random()' is read");
  });

  test('what follows from the code works, and no switch of cdk8s is set', () => {
    process.env.CDK8S_LEGACY_HASH = '1';
    const seen = inStillWorld('prod/clock', () => [
      new Date('2026-01-02').toISOString(),
      Date.UTC(1970, 0, 1),
      new Date(0) instanceof Date,
      nodeCrypto.createHash('sha256').update('').digest('hex').slice(0, 4),
      process.env.CDK8S_LEGACY_HASH,
    ]);
    delete process.env.CDK8S_LEGACY_HASH;

    expect(seen).toEqual(['2026-01-02T00:00:00.000Z', 0, true, 'e3b0', undefined]);
  });

  test('the world is back after an error of another kind, which is left as it is', () => {
    const error = new TypeError('a defect');

    expect(thrownBy(() => inStillWorld('prod/clock', () => { throw error; }))).toBe(error); // prettier-ignore
    expect(Date.now()).toBeGreaterThan(0);
    expect(Object.keys(process.env)).not.toEqual([]);
  });
});

describe('a service that reads the clock', () => {
  test('is a mistake of that service, told once although the base and each environment have it', () => {
    class Clock extends Construct {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        new Shop(this, 'Default', { env: { STARTED: String(Date.now()) } });
      }
    }
    expect(problemsOf(Clock)).toEqual([
      "base/shop: shop: 'Date.now()' is read while constructs run, what is rendered must follow from the code alone",
    ]);
  });

  test('is one where it reads it late, too', () => {
    class LateClock extends Construct {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        const data = { at: Lazy.any({ produce: () => String(Date.now()) }) };
        new ApiObject(this, 'Default', { apiVersion: 'v1', kind: 'ConfigMap', ...{ data } });
      }
    }
    expect(problemsOf(LateClock)[0]).toContain("base/shop: 'Date.now()' is read");
  });

  test('ends synth in words, with 2, by whatever name it has the clock', () => {
    const outcome = inCheckout(folder => {
      edit(folder, 'lib/services/mlflow/mlflow.ts', text =>
        text
          .replace('import', "import { randomUUID } from 'node:crypto';\nimport")
          .replace(/super\(scope, id\);/, 'super(scope, id);\n    void randomUUID();'),
      );
      return plainsail(folder, ['synth']);
    });

    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(/^base\/\S+: mlflow: 'crypto\.randomUUID\(\)' is read while constructs run/);
    expect(outcome.stderr).toMatch(/\d mistakes?\. Nothing was written\.\n$/);
  });
});

/** What rendering the shop as this service is refused for. */
function problemsOf(service: typeof Shop): readonly string[] {
  const components = { shop: { services: { shop: serviceOf(service, 'shop', { nodePort: 30080 }) } } };
  return (thrownBy(() => renderingsOf(platform({ components }))) as InputError).problems;
}
