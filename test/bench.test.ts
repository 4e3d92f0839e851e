import type { Row } from '../bench/figures.ts';
import { growthOf, predicted } from '../bench/growth.ts';
import { figuresText } from '../bench/report.ts';
import { syntheticPlatform, syntheticRows } from '../bench/synthetic-platform.ts';
import { checkedPlatform } from '../lib/model/check-input.ts';
import { deliver } from '../lib/synth/delivery.ts';
import { renderingsOf } from '../lib/synth/renderings.ts';
import type { Delivery } from '../lib/synth/delivery.ts';

// Figures are for people: no test asserts one. What is asserted is that they are figures of the right thing.

test('the synthetic platform has as many objects as asked for in the base and in each environment', () => {
  const { bases, environments } = synthetic(300);

  const counts = [bases, ...environments.map(({ placed }) => placed.map(({ draft }) => draft))].map(sources =>
    sources.reduce((sum, { manifests }) => sum + manifests.length, 0),
  );

  expect(counts).toEqual([300, 300, 300]);
});

test('a service of it is a Deployment with what belongs to it', () => {
  const kinds = synthetic(5).bases.flatMap(({ manifests }) => manifests.map(({ kind }) => kind));

  expect(kinds.sort()).toEqual(['ConfigMap', 'ConfigMap', 'Deployment', 'Service', 'ServiceAccount']);
});

test('its prod patches a third of the objects, and its dev none', () => {
  const patches = synthetic(300).environments.map(({ environment, placed }) => [
    environment.name,
    placed.reduce((sum, { draft }) => sum + draft.write().patches, 0),
  ]);

  expect(Object.fromEntries(patches)).toEqual({ dev: 0, prod: 100 });
});

test('all of it is one component where that is asked for', () => {
  const { bases } = deliver(renderingsOf(syntheticPlatform(60, 60)), () => []);

  expect(bases.map(({ manifests }) => manifests.length)).toEqual([60]);
});

test('a number of objects that no number of services renders is refused', () => {
  expect(() => syntheticPlatform(401)).toThrow('401 objects must be a multiple of 5');
});

test('growth is the exponent between the two largest sizes', () => {
  expect(growthOf([row(100, 9), row(400, 1), row(1600, 16)])).toBeCloseTo(2);
  expect(growthOf([row(400, 1), row(1600, 4)])).toBeCloseTo(1);
  expect(growthOf([row(400, 1)])).toBeUndefined();
});

test('growth is that of the work where a program tells it apart from its start', () => {
  const rows = [
    { ...row(400, 1.5), seconds_inside: 0.5 },
    { ...row(1600, 3), seconds_inside: 2 },
  ];

  expect(growthOf(rows)).toBeCloseTo(1);
});

test('the time of the next size is foretold by the growth so far', () => {
  expect(predicted([], 400)).toBe(0);
  expect(predicted([row(400, 1)], 1600)).toBe(0);
  expect(predicted([row(400, 1), row(1600, 16)], 4000)).toBeCloseTo(100);
  expect(predicted([row(400, 1), row(1600, null)], 4000)).toBe(Infinity);
});

test('the table says which sizes a tool was left out of, and why', () => {
  const text = figuresText({
    machine: 'a machine',
    tools: { 'some tool': 'does something' },
    rows: [row(400, 1.25), { ...row(1600, null), left_out: 'would take about 130 s' }],
    growth: { 'some tool': null },
    own_platform: [],
  });

  expect(text).toContain('1.25 s');
  expect(text).toContain('would take about 130 s');
});

test('the table says how our time compares with that of Helm for as many objects, and where it goes', () => {
  const ours = { ...row(400, 6), rendered: 1200, stages: { ...noTime, startUp: 70, prove: 1234 } };

  const text = figuresText({
    machine: 'a machine',
    tools: { 'some tool': 'does something', 'helm 4': 'is a peer' },
    rows: [ours, { ...row(400, 1), tool: 'helm 4' }],
    growth: {},
    own_platform: [],
  });

  expect(text).toContain('2.00 times Helm');
  expect(text).toMatch(/startUp.*prove[^]*70 .*1,234/);
});

const noTime = { startUp: 0, input: 0, render: 0, answer: 0, derive: 0, prove: 0, check: 0, write: 0 };

function synthetic(objects: number): Delivery {
  return deliver(renderingsOf(checkedPlatform(syntheticRows(objects), {})), () => []);
}

function row(objects: number, seconds: number | null): Row {
  return {
    tool: 'some tool',
    objects,
    seconds,
    seconds_inside: null,
    rss_mb: null,
    rendered: objects,
    runs: 1,
    stages: null,
  };
}
