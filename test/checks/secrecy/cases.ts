import type { Cases } from '../case.ts';
import { application, container, files, foundation, shopName } from '../edits.ts';

/** What git must not hold. */
export const secretCases: Cases = {
  'no-secret-object': [
    [
      'a Secret with data',
      world => world.add(foundation, { apiVersion: 'v1', kind: 'Secret', metadata: shopName('x'), data: { a: '' } }),
      'no Secret with data may be in git',
    ],
    [
      'a Secret with text',
      world =>
        world.add(foundation, { apiVersion: 'v1', kind: 'Secret', metadata: shopName('x'), stringData: { a: '' } }),
      'no Secret with data may be in git',
    ],
  ],
  'no-secret-text': [
    [
      'a key in a file',
      world => {
        files(world).data.key = '-----BEGIN RSA PRIVATE KEY-----\n';
      },
      'data.key looks like a private key',
    ],
  ],
  'no-secret-variable': [
    [
      'a literal password',
      world => {
        container(world).env[0] = { name: 'DB_PASSWORD', value: 'x' };
      },
      "container 'api' sets 'DB_PASSWORD' to a literal value",
    ],
    [
      'a setting of that name',
      world => {
        files(world).data['admin-token'] = 'x';
      },
      "sets 'admin-token' to a literal value",
    ],
    [
      'a value of a chart',
      world => {
        application(world).spec.source.helm = { valuesObject: { auth: [{ adminPassword: 'x' }] } };
      },
      "sets 'adminPassword' to a literal value",
    ],
  ],
  'no-placeholder': [
    [
      'a host that does not exist',
      world => {
        container(world).env[0].value = 'https://base.tailnet.invalid:1';
      },
      "holds 'tailnet.invalid'",
    ],
  ],
};
