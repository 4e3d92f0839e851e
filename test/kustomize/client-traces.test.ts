import { withoutClientTraces } from '../../lib/kustomize/client-traces.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json } from '../../lib/yaml/json.ts';

const traces = { creationTimestamp: null };

function workload(metadata: object, status: Json): Manifest {
  const spec = { template: { metadata }, volumeClaimTemplates: [{ metadata: { name: 'v', ...metadata } }], x: null };
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a', ...metadata }, spec, status } as Manifest;
}

test.each<[string, Json]>([
  ['null', null],
  ['empty', {}],
  ['of empty fields', { acceptedNames: { kind: '', plural: '' }, conditions: [], storedVersions: null }],
])('drops a status that is %s, and creation timestamps wherever metadata is', (_, status) => {
  const { status: none, ...cleared } = workload({}, null);

  expect(none).toBeNull();
  expect(withoutClientTraces(workload(traces, status))).toEqual(cleared);
});

test('keeps what says something, nulls elsewhere, and fields of other names', () => {
  const full = workload({ creationTimestamp: '2001-01-01T00:00:00Z' }, { replicas: 0 });
  const data: Manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a' },
    data: { ...traces, status: '' },
  };

  expect(withoutClientTraces(full)).toEqual(full);
  expect(withoutClientTraces(data)).toEqual(data);
});
