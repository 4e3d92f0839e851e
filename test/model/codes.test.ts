import { Construct } from 'constructs';
import { ApiObject } from 'cdk8s';
import { mistakeCodes, sentenceOf } from '../../lib/model/mistake.ts';
import type { Mistake } from '../../lib/model/mistake.ts';
import type { ServiceClass } from '../../lib/model/service.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, platform, serviceOf } from '../fixtures/platform.ts';
import { changeCases } from '../changes/cases.ts';
import { families } from './mistakes/families.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

class Unwritable extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const data = { height: Infinity };
    new ApiObject(this, 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data } as never);
  }
}

class Fickle extends Construct {
  constructor(scope: Construct, id: string, { isThere = true }: { isThere?: boolean } = {}) {
    super(scope, id);
    if (isThere) new ApiObject(this, 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
  }
}

const told: readonly (readonly [Class: ServiceClass<never>, settings: object, code: string, sentence: string])[] = [
  [
    Unwritable,
    {},
    'uncarried-value',
    "base/customer: ConfigMap customer: '/data/height' is Infinity, a number must be finite",
  ],
  [
    Fickle,
    { isThere: false },
    'dropped-object',
    'prod/customer: ConfigMap customer of the base would be gone, but an environment only changes objects and adds them: '
      + 'what is not wanted everywhere must not be in the base',
  ],
];

test.each(told)('%p is told once it is rendered', (Class, settings, code, sentence) => {
  const [first] = mistakesOf(Class, settings);

  expect(first?.code).toBe(code);
  expect(sentenceOf(first!)).toBe(sentence);
});

test('every code is that of a mistake which a test makes', () => {
  const made = [
    ...[...Object.values(families).flat(), ...told].map(([, , code]) => code),
    ...changeCases.map(([, , , code]) => code),
  ];

  expect([...new Set(made)].sort()).toEqual(Object.keys(mistakeCodes).sort());
});

test('every code is of letters and hyphens, and says what it means', () => {
  for (const [code, meaning] of Object.entries(mistakeCodes)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});

function mistakesOf(Customer: ServiceClass<never>, settings: object): readonly Mistake[] {
  const { shop } = platform().components;
  const customer = { services: { customer: serviceOf(Customer, 'customer') } };
  const environments = [
    environment('dev', { nodePortOffset: 1000 }),
    environment('prod', { settings: { customer: { customer: settings } } as never }),
  ];
  return mistakesToldBy(() => unitsOf(platform({ components: { shop: shop!, customer }, environments })));
}
