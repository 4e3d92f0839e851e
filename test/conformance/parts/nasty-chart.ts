import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartFiles } from '../../../lib/chart/chart.ts';
import { marksHole } from '../../../lib/chart/holes.ts';
import type { Stand } from '../../../lib/chart/stand.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { nastyTexts } from '../../fixtures/nasty-texts.ts';

/** Texts that a template could take for its own. */
const ofTemplates = [
  '{{ .Values.namespace }}',
  '{{- if true }}\na: {{ b }}\n{{- end }}\n',
  '{{{{ "{{" }}',
  '}}',
  '`{{`',
  '{{/* no comment */}}',
  '"legend": "{{job}} {{ instance }}"\n',
];

/** Values that a template could write otherwise than YAML reads them. */
const otherValues: readonly Json[] = [
  0,
  1,
  -1,
  1_000_000,
  123_456_789_012,
  0.5,
  true,
  false,
  {},
  [],
  '',
  '8080',
  'yes',
];

/**
 * A component whose environments hold whatever a chart could spoil: the same in both, another in each, and in one alone.
 *
 * @param folder for the files of its chart
 * @returns what each environment must be
 */
export function writeNastyChart(folder: string): readonly Stand[] {
  const texts = [...Object.values(nastyTexts).flat(), ...ofTemplates].filter(text => !marksHole(text));
  const turned = (list: readonly Json[]): readonly Json[] => [...list.slice(1), ...list.slice(0, 1)];
  const stands = [
    stand('dev', texts, otherValues, 1_000_000),
    stand('prod', turned(texts) as string[], turned(otherValues), 123_456_789_012),
    stand('third', texts.slice(5), otherValues.slice(3), 2_000_000),
  ];
  for (const [path, text] of chartFiles({ component: 'nasty', version: '1.0.0', stands })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return stands;
}

function stand(environment: string, texts: readonly string[], values: readonly Json[], size: number): Stand {
  const namespace = `nasty-${environment}`;
  const data = Object.fromEntries(texts.map((text, index) => [`text-${index}`, text]));
  const spec = Object.fromEntries(values.map((value, index) => [`value-${index}`, { deep: value, list: [value] }]));
  const manifests: Manifest[] = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts', namespace }, data },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'alike', namespace },
      data: { all: ofTemplates.join('\n') },
    },
    { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'values', namespace }, spec: { ...spec, size } },
    { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: `only-${environment}`, namespace }, spec },
  ];
  return { environment, namespaces: new Map([['nasty', namespace]]), manifests };
}
