import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { secretOf } from './stand-in-secrets.ts';

function wanted(target: JsonMap): Manifest {
  const data = [{ secretKey: 'token', remoteRef: { key: 'prod-shop-token' } }];
  const metadata = { name: 'shop', namespace: 'shop-prod' };
  return { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata, spec: { data, target } };
}

test('each key is one entry where there is no template', () => {
  expect(secretOf(wanted({ name: 'login' }), { 'prod-shop-token': 'abc' })).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login', namespace: 'shop-prod', labels: {} },
    stringData: { token: 'abc' },
  });
});

test('a template is filled, its labels kept, and line breaks do not come along', () => {
  const template = { metadata: { labels: { a: 'b' } }, data: { config: '{"bearer":"{{ .token | trim }}"}' } };

  expect(secretOf(wanted({ name: 'login', template }), { 'prod-shop-token': 'abc\n' })).toMatchObject({
    metadata: { labels: { a: 'b' } },
    stringData: { config: '{"bearer":"abc"}' },
  });
});

test('a Secret has the type of its template, and values become JSON where that asks for it', () => {
  const type = 'kubernetes.io/dockerconfigjson';
  const template = { type, data: { '.dockerconfigjson': '{"password":{{ index . "token" | trim | toJson }}}' } };

  expect(secretOf(wanted({ name: 'login', template }), { 'prod-shop-token': 'a"b\n' })).toMatchObject({
    type,
    stringData: { '.dockerconfigjson': '{"password":"a\\"b"}' },
  });
});

test('without its entry there is no Secret, and a template may only name keys', () => {
  expect(secretOf(wanted({ name: 'login' }), {})).toBeUndefined();

  const template = { data: { config: '{{ .other | trim }}' } };
  expect(() => secretOf(wanted({ name: 'login', template }), { 'prod-shop-token': 'abc' })).toThrow(
    "template: 'other' is no key of the secret, must be one",
  );
});
