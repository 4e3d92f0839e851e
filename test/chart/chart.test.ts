import { parse } from 'yaml';
import { chartFiles } from '../../lib/chart/chart.ts';
import type { Stand } from '../../lib/chart/stand.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';

/** A small component: a Deployment everywhere, and what an overlay may do to it. */
function stand(environment: string, spec: JsonMap, others: readonly Manifest[] = []): Stand {
  const namespace = `shop-${environment}`;
  return {
    environment,
    namespaces: new Map([
      ['shop', namespace],
      ['bank', `bank-${environment}`],
    ]),
    manifests: [object('apps/v1', 'Deployment', 'web', { spec }), ...others].map(manifest => ({
      ...manifest,
      metadata: { ...manifest.metadata, namespace },
    })),
  };
}

function object(apiVersion: string, kind: string, name: string, content: JsonMap): Manifest {
  return { apiVersion, kind, metadata: { name, labels: { 'app.kubernetes.io/name': 'web' } }, ...content };
}

function spec(replicas: number | undefined, args: readonly string[], env: readonly Json[] = []): JsonMap {
  const container = { name: 'web', image: 'example.com/web:1.0.0', args, ...(env.length > 0 && { env }) };
  return { ...(replicas !== undefined && { replicas }), template: { spec: { containers: [container] } } };
}

const autoscaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
  spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { kind: 'Deployment', name: 'web' } },
});
const settings = (environment: string, size: string): Manifest =>
  object('v1', 'ConfigMap', 'web-settings', {
    data: { 'settings.yml': `bank: http://bank.bank-${environment}:80\nsize: ${size}\ntext: '{{ $labels.pod }}'\n` },
  });

const dev = stand('dev', spec(1, ['--port=80', '--log=debug'], [{ name: 'TRACE', value: 'all' }]), [
  settings('dev', '1'),
]);
const prod = stand('prod', spec(undefined, ['--port=80', '--log=info']), [settings('prod', '8'), autoscaler]);
const files = chartFiles({ component: 'shop', version: '1.2.3', stands: [dev, prod] });
const valuesOf = (name: string, from = files): unknown => parse(from.get(`${name}.yaml`)!);

test('a chart is readable: its values, and templates that say what environments share', () => {
  expect([...files].map(([path, text]) => `--- ${path}\n${text}`).join('')).toMatchSnapshot();
});

describe('values', () => {
  test('the defaults are those of the first environment, and have a name for all that environments differ in', () => {
    expect(valuesOf('values')).toEqual({
      namespace: 'shop-dev',
      namespaces: { bank: 'bank-dev' },
      web: {
        image: 'example.com/web:1.0.0',
        replicas: 1,
        args: { log: 'debug' },
        env: [{ name: 'TRACE', value: 'all' }],
        configMapSettings: { settingsYml: { size: '1' } },
        horizontalPodAutoscaler: { enabled: false, minReplicas: 2, maxReplicas: 6 },
      },
    });
  });

  test('those of another environment say what is otherwise there, and take away what it has not', () => {
    expect(valuesOf('values-prod')).toEqual({
      namespace: 'shop-prod',
      namespaces: { bank: 'bank-prod' },
      web: {
        replicas: null,
        args: { log: 'info' },
        env: null,
        configMapSettings: { settingsYml: { size: '8' } },
        horizontalPodAutoscaler: { enabled: true },
      },
    });
  });

  test('a component of one environment has values to change, and its environment says none', () => {
    const alone = chartFiles({ component: 'shop', version: '1.2.3', stands: [prod] });

    expect(valuesOf('values', alone)).toEqual({
      namespace: 'shop-prod',
      web: {
        image: 'example.com/web:1.0.0',
        horizontalPodAutoscaler: { minReplicas: 2, maxReplicas: 6 },
      },
    });
    expect(valuesOf('values-prod', alone)).toEqual({});
  });

  test('two values of one name are told apart', () => {
    const ports = (environment: string, first: string): Stand =>
      stand(environment, spec(1, [`--a.b=${first}`, `--a-b=${first}${first}`]));
    const chart = chartFiles({ component: 'shop', version: '1.2.3', stands: [ports('dev', 'x'), ports('prod', 'y')] });

    expect(valuesOf('values', chart)).toMatchObject({ web: { args: { aB: 'x', aB2: 'xx' } } });
  });

  test('no value is said twice in the file of an environment that says the same as all others', () => {
    expect(files.get('values-dev.yaml')).not.toContain('image');
    expect(files.get('values-prod.yaml')).not.toContain('image');
  });
});

test('a text that differs in its lines is a value as a whole', () => {
  const withText = (environment: string, text: string): Stand =>
    stand(environment, spec(1, []), [object('v1', 'ConfigMap', 'web', { data: { text } })]);
  const chart = chartFiles({
    component: 'shop',
    version: '1.2.3',
    stands: [withText('dev', 'a: 1\n'), withText('prod', 'a: 1\nb: 2\n')],
  });

  expect(valuesOf('values-prod', chart)).toMatchObject({ web: { configMap: { text: 'a: 1\nb: 2\n' } } });
  expect(chart.get('templates/configmap.web.yaml')).toContain('text: {{ toJson .Values.web.configMap.text }}');
});

describe('what Argo CD would keep', () => {
  const claim = (options: string): Manifest => {
    const { metadata, ...rest } = object('v1', 'PersistentVolumeClaim', 'web', { spec: { storageClassName: 'fast' } });
    const annotations = { 'argocd.argoproj.io/sync-options': options };
    return { ...rest, metadata: { ...metadata, annotations } } as Manifest;
  };
  const chartWith = (options: string): ReadonlyMap<string, string> =>
    chartFiles({ component: 'shop', version: '1.2.3', stands: [stand('dev', spec(1, []), [claim(options)])] });

  test('Helm keeps where that is wished, and the overlay does not say it', () => {
    const chart = chartWith('Prune=false,Delete=false');

    expect(valuesOf('values', new Map(chart))).toMatchObject({ keepData: false });
    expect(chart.get('templates/persistentvolumeclaim.web.yaml')).toContain(
      '    {{- if .Values.keepData }}\n    helm.sh/resource-policy: keep\n    {{- end }}\n',
    );
  });

  test('is all that Helm keeps', () => {
    const chart = chartWith('Prune=false');

    expect(valuesOf('values', new Map(chart))).not.toHaveProperty('keepData');
    expect([...chart.values()].join('')).not.toContain('resource-policy');
  });
});

test('an object that holds what marks a hole is refused', () => {
  const marked = stand('dev', spec(1, ['\ue0000\ue001']));

  expect(() => chartFiles({ component: 'shop', version: '1.2.3', stands: [marked] })).toThrow('U+E000');
});
