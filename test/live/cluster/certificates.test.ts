import type { Manifest } from '../../../lib/model/manifest.ts';
import { unissued } from './certificates.ts';

function certificate(name: string, ready: 'True' | 'False'): Manifest {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: 'shop' },
    spec: { secretName: name },
    status: { conditions: [{ type: 'Ready', status: ready }] },
  };
}

const issued = {
  issuers: [],
  certificates: [certificate('web-tls', 'True')],
  challenges: [],
  wanted: ['shop/web-tls'],
};

test('an Ingress whose certificate is ready lacks nothing', () => {
  expect(unissued(issued)).toEqual([]);
});

test('what is not ready, what nobody has asked for and what is still asked is told', () => {
  const challenge = { kind: 'Challenge', metadata: { name: 'a' }, spec: { dnsName: 'shop.example' } };
  const waiting = { ...challenge, status: { reason: 'Waiting for the self check' } };

  expect(unissued({ ...issued, certificates: [certificate('web-tls', 'False')] })).toEqual([
    'shop/web-tls is not ready',
  ]);
  expect(unissued({ ...issued, wanted: ['shop/web-tls', 'shop/api-tls'] })).toEqual([
    'shop/api-tls has no Certificate',
  ]);
  expect(unissued({ ...issued, challenges: [challenge, waiting] as unknown as Manifest[] })).toEqual([
    'shop.example: is asked',
    'shop.example: Waiting for the self check',
  ]);
});
