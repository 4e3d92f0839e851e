import { secretFamilies, secretIn } from '../../../lib/checks/secrecy/secret-families.ts';
import { files } from '../edits.ts';
import { findingsAfter } from '../small-world/small-world.ts';

// Planted by parts, so that no scanner takes this file for a leak.
const planted: Readonly<Record<string, readonly string[]>> = {
  'a private key': ['RSA PRIVATE', 'PRIVATE', 'OPENSSH PRIVATE'].map(kind => `a: |\n  -----BEGIN ${kind} KEY-----`),
  'a private key in base64': [Buffer.from(`-----BEGIN ${'EC PRIVATE'} KEY-----`).toString('base64')],
  'a Google service account key': [`{"type": "service_account", "${'private'}_key": "x"}`],
  'a JSON web token': [`Bearer ${'eyJ'}hbGciOiJIUzI1NiJ9.${'eyJ'}zdWIiOiIxMjM0In0.abc-_`],
  'a GitHub token': [`${'ghp'}_${'a1'.repeat(18)}`, `${'github'}_pat_${'a1_'.repeat(12)}`],
  'a GitLab token': [`${'glpat'}-${'a1'.repeat(10)}`],
  'an AWS access key': [`aws_access_key_id ${'AKIA'}IOSFODNN7EXAMPLE`],
  'a Google API key': [`https://x/?key=${'AIza'}${'a1'.repeat(18)}`],
  'a Google OAuth secret': [`${'GOCSPX'}-${'a1'.repeat(12)}`],
  'a Slack token': [`${'xoxb'}-1234567890-abcdef`],
  'a webhook address': [
    `https://hooks.slack.com/${'services'}/T0/B0/abc`,
    `https://discord.com/api/${'webhooks'}/1/abc`,
  ],
  'a Hugging Face token': [`${'hf'}_${'aB'.repeat(17)}`],
  'an npm token': [`//registry/:_auth=${'npm'}_${'a1'.repeat(18)}`],
  'a Stripe key': [`${'sk'}_live_${'a1'.repeat(12)}`],
  'an API key': [`${'sk'}-ant-api03-${'a1'.repeat(20)}`],
  'a Tailscale key': [`${'tskey'}-auth-abcdefgh12`],
  'a password in an address': ['postgres://user:hunter2@db:5432/x', 'redis://:hunter2@redis:6379'],
  'a secret in an argument': ['--password=hunter2', 'server --admin-token hunter2', '-api-key=hunter2'],
  'a secret in a setting': [
    'admin_password = "hunter22"',
    'a: 1\n  password: hunter22\n',
    '"token": "hunter22",',
    "const x = 1\nsecret='hunter22'",
  ],
  'a password of an example': ['minioadmin', 'CHANGE-ME please'],
};

const rows = Object.entries(planted).flatMap(([family, texts]) => texts.map(text => [family, text] as const));

test.each(rows)('%s is found in %j', (family, text) => {
  expect(secretIn(text)).toBe(family);
});

test('every family has a planted example', () => {
  expect(Object.keys(planted)).toEqual(secretFamilies.map(({ name }) => name));
});

test.each([
  'postgres://user:$(PASSWORD)@db:5432/x',
  'https://user:${TOKEN}@host/x',
  'https://host:8080/path@2x.png',
  'amqp://{{ .user }}:{{ .password }}@rabbit:5672',
  'sqlite:////mlflow/mlflow.db',
  '--password-file=/run/secrets/password',
  '--token=$(TOKEN)',
  '--secret-name=api',
  'credentials_file: /etc/prometheus/token',
  'bearer_token_file: /var/run/secrets/kubernetes.io/serviceaccount/token',
  'password: ${PASSWORD}',
  'password: {{ .password }}',
  'token = config.token',
  'const token = process.env.TOKEN;',
  'local token = ngx.var.token',
  'token: true',
  'sum(rate(token_usage_total{token="input"}[5m])) by (tenant)',
  'sha256:0f3c5d0e5b1b2f1f7c9d5e0a7b6c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c',
  '0f3c5d0e5b1b2f1f',
  'kubernetes_sd_configs with namespaces and selectors',
  'ghcr.io/mlflow/mlflow:v3.10.0-full',
  'The password is kept in Secret Manager: see docs/secrets.md.',
])('%j holds no secret', text => {
  expect(secretIn(text)).toBeUndefined();
});

test.each([
  ['a file', { 'config.ini': 'a = 1\npassword = hunter22\n' }],
  ['a key of a map', { 'a/b': `${'AKIA'}IOSFODNN7EXAMPLE` }],
])('a secret is found in %s of a ConfigMap, and not told', async (_, data) => {
  const found = await findingsAfter(world => Object.assign(files(world).data, data));

  expect(found.map(({ rule }) => rule)).toContain('no-secret-text');
  expect(JSON.stringify(found)).not.toContain(Object.values(data)[0]);
});

test.each(['env', 'args', 'annotation', 'Helm value', 'alert'])('a secret is found in an %s', async place => {
  const secret = planted['a GitHub token']![0]!;
  const found = await findingsAfter(world => {
    const { metadata, spec } = world.object('overlays/prod/shop', 'Deployment');
    const [container] = spec.template.spec.containers;
    if (place === 'env') container.env[0].value = secret;
    if (place === 'args') container.args.push('--x', secret);
    if (place === 'annotation') metadata.annotations = { 'example.com/a': secret };
    const { source } = world.object('argocd/roots', 'Application', 'argocd-roots').spec;
    if (place === 'Helm value') source.helm = { values: `a:\n  b: ${secret}\n` };
    if (place === 'alert') source.helm = { valuesObject: { rules: [{ expr: secret }] } };
  });

  expect(found.map(({ rule }) => rule)).toEqual(['no-secret-text']);
});

test.each([
  ['a toleration', { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] }, false],
  ['a key of an API', { api: { key: 'x', operator: 'x' } }, true],
])('%s among the values of a chart is a literal secret: %j', async (_, valuesObject, expected) => {
  const found = await findingsAfter(world => {
    world.object('argocd/roots', 'Application', 'argocd-roots').spec.source.helm = { valuesObject };
  });

  expect(found.some(({ rule }) => rule === 'no-secret-variable')).toBe(expected);
});

test.each([
  ['MINIO_ROOT_PASSWORD', 'x', true],
  ['AWS_ACCESS_KEY_ID', 'x', true],
  ['API_TOKEN', 'x', true],
  ['CLIENT_SECRET', 'x', true],
  ['PGPASSWORD', 'x', true],
  ['GROQ_MAX_TOKENS', '1000', false],
  ['MAX_TOKENS_SECRET', 'x', true],
  ['POSTGRES_PASSWORD_FILE', 'x', false],
  ['TOKEN', '/run/token', false],
  ['TOKEN', '$(OTHER)', false],
  ['TOKEN', '', false],
  ['VALUE_DESERIALIZER', 'x', false],
  ['KEY_SERIALIZER', 'x', false],
  ['KEYBOARD', 'x', false],
  ['SECRET_NAME', 'x', false],
  ['usersExistingSecret', 'x', false],
  ['EXISTING_SECRET_KEY', 'x', true],
  ['external-secrets.yml', 'x', false],
  ['SecretStoreNotReady.yml', 'x', false],
  ['external-secrets-token', 'x', true],
])('a variable %s with the value %j is a literal secret: %j', async (name, value, expected) => {
  const found = await findingsAfter(world => {
    world.object('overlays/prod/shop', 'Deployment').spec.template.spec.containers[0].env[0] = { name, value };
  });

  expect(found.some(({ rule }) => rule === 'no-secret-variable')).toBe(expected);
});
