import { Ajv } from 'ajv';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { closed } from './bento-schema.ts';

/** In the form that Bento prints: one of many components, each with its own name, and what all of them may have. */
const printed: JsonMap = {
  type: 'object',
  properties: {
    input: {
      allOf: [
        {
          anyOf: [
            {
              type: 'object',
              properties: {
                http: { type: 'object', properties: { path: { type: 'string' } }, additionalProperties: false },
              },
            },
            { type: 'object', properties: { file: { type: 'object', properties: {}, additionalProperties: false } } },
          ],
        },
        { type: 'object', properties: { label: { type: 'string' } } },
      ],
    },
  },
};

test.each([
  ['a component with its fields', { input: { label: 'a', http: { path: '/' } } }, true],
  ['a field that the component has not', { input: { http: { pat: '/' } } }, false],
  ['a component that there is not', { input: { htpt: { path: '/' } } }, false],
  ['a field beside the components', { input: { http: {} }, inputs: {} }, false],
])('%s', (_, config, accepted) => {
  expect(new Ajv({ strict: false }).validate(closed(printed), config)).toBe(accepted);
});

test('as it is printed, it accepts a component that there is not', () => {
  expect(new Ajv({ strict: false }).validate(printed, { input: { htpt: {} } })).toBe(true);
});
