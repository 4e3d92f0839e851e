import { imageName, pinnedWith } from '../../images/pins.ts';
import { InputError } from '../../lib/model/input-error.ts';
import type { Service } from '../../lib/model/service.ts';

const digest = `@sha256:${'a'.repeat(64)}`;
const pushed = `ghcr.io/acme/sentiment:main-0123abc${digest}`;
const components = Object.fromEntries(
  ['tenant-b', 'tenant-a'].map(name => [
    name,
    { services: { 'ml-inference': { image: 'ghcr.io/example-org/sentiment:1.0.0' } as Service } },
  ]),
);

test('an image is pinned for every service that runs one of its name, and nothing else changes', () => {
  const pins = { 'x/y': { dev: 'a:1.0' }, 'tenant-a/ml-inference': { prod: 'b:1.0', dev: 'c:1.0' } };

  expect(pinnedWith(pins, components, { environment: 'dev', references: [pushed] })).toEqual({
    'tenant-a/ml-inference': { prod: 'b:1.0', dev: pushed },
    'tenant-b/ml-inference': { dev: pushed },
    'x/y': { dev: 'a:1.0' },
  });
});

test.each([
  ['ghcr.io/acme/sentiment:main-0123abc', 'must end in the digest'],
  [`ghcr.io/acme/other:main-0123abc${digest}`, 'must have the name of an image that a service runs'],
])('%s is refused', (reference, problem) => {
  const promote = () => pinnedWith({}, components, { environment: 'dev', references: [reference] });

  expect(promote).toThrow(InputError);
  expect(promote).toThrow(problem);
});

test.each([
  ['ghcr.io/example-org/sentiment:1.0.0', 'sentiment'],
  [pushed, 'sentiment'],
  ['localhost:5000/sentiment', 'sentiment'],
])('the name of %s is %s', (reference, name) => {
  expect(imageName(reference)).toBe(name);
});
