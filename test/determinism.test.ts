import { join } from 'node:path';
import { synthesize } from '../lib/synthesis.ts';
import type { Rows } from '../lib/model/platform.ts';
import { example, filesBelow, inCheckout, plainsail } from './fixtures/checkout.ts';
import { exampleProgram, exampleRows } from './fixtures/example.ts';

const written = filesBelow(join(example(), 'dist'));

test('the same code writes the same bytes in another folder, locale and time zone', () => {
  const elsewhere = inCheckout(folder => {
    const env = {
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      TZ: 'Pacific/Kiritimati',
      CDK8S_DISABLE_SORT: '1',
      // Asked for both, newer versions of Node warn that they cannot be had together.
      NO_COLOR: undefined,
      FORCE_COLOR: '1',
    };
    expect(plainsail(folder, ['synth'], env)).toMatchObject({ status: 0, stderr: '' });
    return filesBelow(`${folder}/dist`);
  });

  expect(elsewhere).toEqual(written);
});

test('the order in which people write their tables changes no byte', async () => {
  const shuffled = { ...exampleProgram, ...reversed(exampleRows) };

  const { files } = await synthesize(shuffled);

  expect(new Map([...files].sort())).toEqual(new Map([...(await synthesize(exampleProgram)).files].sort()));
});

test('what is written holds no date, no commit and no version of a tool', () => {
  const text = [...written.values()].join('\n');

  expect(text).not.toMatch(/\b20\d\d-\d\d-\d\dT\d\d:/);
  expect(text).not.toMatch(/node_modules|cdk8s@|process\.version/);
});

/** Every table the other way round, but for the first cluster, which has a meaning. */
function reversed(rows: Rows): Rows {
  const [home, ...others] = rows.clusters;
  return {
    ...rows,
    site: { ...rows.site, exposed: [...rows.site.exposed].reverse() },
    clusters: [home!, ...others.reverse()],
    operators: turned(rows.operators),
    environments: [...rows.environments].reverse(),
    tenants: [...rows.tenants].reverse(),
    components: turned(rows.components),
  };
}

function turned<T extends object>(table: T): T {
  return Object.fromEntries(Object.entries(table).reverse()) as T;
}
