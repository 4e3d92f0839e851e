import { parse } from 'yaml';
import { asksOf } from '../../../lib/model/ask.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { containerOf, filesOf, objectOf, exampleEnvironment, rendered } from '../../fixtures/example-platform.ts';

const prod = exampleEnvironment('prod');
const monitoring = rendered('monitoring', prod);

describe('alertmanager', () => {
  const config = parse(filesOf(monitoring, 'alertmanager-config')['alertmanager.yml']!) as JsonMap;
  const route = config.route as JsonMap;

  test('groups alerts, and does not storm', () => {
    expect(config.global).toEqual({ resolve_timeout: '5m' });
    expect(route).toMatchObject({
      group_by: ['alertname', 'cluster', 'environment'],
      group_wait: '10s',
      group_interval: '5m',
      repeat_interval: '12h',
    });
  });

  test('hands what is critical or about drift to the bridge, each alert alone and only while it fires', () => {
    expect(route.routes).toEqual([
      {
        receiver: 'dead-mans-switch',
        matchers: ['alertname="Watchdog"'],
        group_wait: '0s',
        group_interval: '1m',
        repeat_interval: '5m',
      },
      { receiver: 'webhook-github-actions', matchers: ['workflow="drift"'], group_by: ['...'] },
      { receiver: 'webhook-github-actions', matchers: ['severity="critical"'], group_by: ['...'] },
      { receiver: 'shown-in-grafana', matchers: ['severity="warning"'] },
    ]);
    expect(config.receivers).toContainEqual({
      name: 'webhook-github-actions',
      webhook_configs: [{ url: 'http://alert-bridge:4195/alerts', send_resolved: false }],
    });
  });

  test("calls a dead man's switch where there is one, by a URL that nobody sees", () => {
    const settings = { monitoring: { alertmanager: { deadMansSwitch: 'hc-ping.com' } } } as const;
    const other = rendered('monitoring', exampleEnvironment('prod', { settings }));
    const { receivers } = parse(filesOf(other, 'alertmanager-config')['alertmanager.yml']!) as JsonMap;

    expect(config.receivers).toContainEqual({ name: 'dead-mans-switch' });
    expect(receivers).toContainEqual({
      name: 'dead-mans-switch',
      webhook_configs: [{ url_file: '/etc/secrets/dead-mans-switch/url', send_resolved: false }],
    });
    expect(containerOf(other, 'StatefulSet', 'alertmanager')).toMatchObject({
      volumeMounts: expect.arrayContaining([
        { name: 'secret-dead-mans-switch', mountPath: '/etc/secrets/dead-mans-switch', readOnly: true },
      ]) as unknown,
    });
    expect(asksOf(other.asked, 'flow').map(({ what }) => what)).toContainEqual({
      from: { component: 'monitoring', service: 'alertmanager' },
      to: { internet: 'hc-ping.com', port: 443 },
    });
  });

  test('refuses a switch that is no host', () => {
    const settings = { monitoring: { alertmanager: { deadMansSwitch: 'https://hc-ping.com/x' } } } as const;

    expect(() => rendered('monitoring', exampleEnvironment('prod', { settings }))).toThrow(
      "'deadMansSwitch' ('https://hc-ping.com/x') must be a host name",
    );
  });

  test('tells an environment how often to repeat', () => {
    const settings = { monitoring: { alertmanager: { repeatInterval: '1h' } } } as const;
    const other = rendered('monitoring', exampleEnvironment('prod', { settings }));

    expect(parse(filesOf(other, 'alertmanager-config')['alertmanager.yml']!)).toMatchObject({
      route: { repeat_interval: '1h' },
    });
  });

  test('never equates two alerts that both lack a label', () => {
    for (const { equal, target_matchers: matchers } of config.inhibit_rules as unknown as InhibitRule[]) {
      const asked = equal.filter(label => label === 'pod' || label === 'model');
      expect(matchers).toEqual(expect.arrayContaining(asked.map(label => `${label}=~".+"`)));
    }
  });
});

describe('alert-bridge', () => {
  const pipeline = parse(filesOf(monitoring, 'alert-bridge-config')['bento.yaml']!) as JsonMap;
  const text = JSON.stringify(pipeline);

  test('starts workflows of the model repository, by the request that GitHub takes', () => {
    expect(at(pipeline, 'output', 'fallback', 0, 'reject_errored', 'http_client')).toMatchObject({
      url: 'https://api.github.com/repos/example-org/models/actions/workflows/${! @workflow }/dispatches',
      verb: 'POST',
      headers: { 'Accept': 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' },
    });
  });

  test('tries again, but not what can never succeed, and keeps what was refused', () => {
    expect(at(pipeline, 'output', 'fallback', 0, 'reject_errored', 'http_client')).toMatchObject({
      retries: 4,
      backoff_on: expect.arrayContaining([429, 500, 503]),
      drop_on: [400, 401, 404, 422],
    });
    expect(at(pipeline, 'output', 'fallback', 1)).toMatchObject({ label: 'dead_letters', stdout: {} });
  });

  test('answers Alertmanager only after the last try', () => {
    const {
      retries,
      timeout,
      max_retry_backoff: backoff,
    } = at(pipeline, 'output', 'fallback', 0, 'reject_errored', 'http_client') as {
      retries: number;
      timeout: string;
      max_retry_backoff: string;
    };
    const longest = (retries + 1) * seconds(timeout) + retries * seconds(backoff);

    expect(seconds(at(pipeline, 'input', 'http_server', 'timeout') as string)).toBeGreaterThan(longest);
  });

  test('gives each workflow its inputs', () => {
    const inputs = (name: string): string[] =>
      [...mapping(name).matchAll(/^root\.inputs\.(\w+) =/gm)].map(([, input]) => input!);

    expect(inputs('log_analysis')).toEqual(['cluster', 'alert_name', 'alert_severity', 'pod_name', 'namespace']);
    expect(inputs('drift_detection')).toEqual(['model_name', 'current_accuracy', 'baseline_accuracy']);
    expect(mapping('log_analysis')).toContain('.or(env("DEFAULT_NAMESPACE"))');
    expect(containerOf(monitoring, 'Deployment', 'alert-bridge').env).toContainEqual({
      name: 'DEFAULT_NAMESPACE',
      value: 'ml-apps-prod',
    });
  });

  test('passes nothing on that was not checked', () => {
    const lines = [...`${mapping('log_analysis')}${mapping('drift_detection')}`.matchAll(/^root\.inputs\..*$/gm)];

    expect(lines.length).toBeGreaterThan(0);
    for (const [line] of lines) expect(line).toMatch(/\.apply\("(name|accuracy)"\)/);
  });

  test('holds no token: the pod finds it in a file', () => {
    const header = 'Bearer ${! file(path: env("GITHUB_TOKEN_FILE"), no_cache: true).string().trim() }';
    expect(text).toContain(JSON.stringify(header));
    expect(containerOf(monitoring, 'Deployment', 'alert-bridge')).toMatchObject({
      env: expect.arrayContaining([
        { name: 'GITHUB_TOKEN_FILE', value: '/etc/secrets/github-dispatch/token' },
      ]) as unknown,
      volumeMounts: expect.arrayContaining([
        { name: 'secret-github-dispatch', mountPath: '/etc/secrets/github-dispatch', readOnly: true },
      ]) as unknown,
    });
  });

  test('labels every part, because metrics tell parts apart by their label', () => {
    const kinds = [
      'fallback',
      'http_client',
      'http_server',
      'mapping',
      'reject_errored',
      'split',
      'stdout',
      'switch',
      'unarchive',
    ];
    const parts = mapsIn(pipeline).filter(part => kinds.some(kind => kind in part));

    expect(parts.length).toBeGreaterThan(8);
    for (const part of parts) expect(part).toHaveProperty('label');
  });

  function mapping(label: string): string {
    return mapsIn(pipeline).find(part => part.label === label)!.mapping as string;
  }
});

describe('grafana', () => {
  const dashboards = Object.values(filesOf(monitoring, 'grafana-dashboards')).map(
    text => JSON.parse(text) as Dashboard,
  );

  test('shows latency, requests and errors, CPU and memory, and alerts', () => {
    const titles = dashboards.flatMap(({ panels }) => panels.map(({ title }) => title));

    expect(titles).toEqual(
      expect.arrayContaining([
        'Inference latency',
        'Predictions',
        'Errors',
        'CPU by pod',
        'Memory by pod',
        'Firing now',
      ]),
    );
  });

  test('tells panels apart, and lays them out without overlap', () => {
    for (const { uid, panels } of dashboards) {
      const cells = panels.flatMap(({ gridPos: { x, y, w } }) =>
        Array.from({ length: w }, (_, step) => `${x + step}/${y}`),
      );
      expect(uid).toMatch(/^(?:plainsail-|callcenter-|ml-inference-dashboard$)/);
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(new Set(cells).size).toBe(cells.length);
    }
  });

  test('counts no versions, so that the same dashboard is the same text', () => {
    for (const dashboard of dashboards) {
      expect(dashboard).not.toHaveProperty('version');
      expect(dashboard).not.toHaveProperty('id');
    }
  });

  test('reads the Prometheus of its environment', () => {
    expect(parse(filesOf(monitoring, 'grafana-datasources')['prometheus.yaml']!)).toMatchObject({
      datasources: [{ uid: 'prometheus', url: 'http://prometheus:9090', isDefault: true }],
    });
  });

  test('drops the dashboards whose files are gone', () => {
    expect(parse(filesOf(monitoring, 'grafana-providers')['plainsail.yaml']!)).toMatchObject({
      providers: [{ disableDeletion: false, allowUiUpdates: false }],
    });
  });

  test('is reached by HTTPS alone: a password would otherwise travel as it is', () => {
    expect(objectOf(monitoring, 'Ingress', 'grafana').metadata.annotations).toMatchObject({
      'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure',
    });
  });

  test('is let in with a password in a file, and lets nobody sign up', () => {
    const { env } = containerOf(monitoring, 'StatefulSet', 'grafana');

    expect(env).toEqual(
      expect.arrayContaining([
        { name: 'GF_SECURITY_ADMIN_PASSWORD__FILE', value: '/etc/secrets/grafana-admin/password' },
        { name: 'GF_USERS_ALLOW_SIGN_UP', value: 'false' },
        { name: 'GF_SERVER_ROOT_URL', value: 'https://grafana.mlops.example.com' },
      ]),
    );
  });
});

test.each(['prometheus', 'alertmanager', 'grafana'])('%s keeps its data on a claim in every environment', name => {
  for (const environment of [undefined, exampleEnvironment('dev'), prod]) {
    const { spec } = objectOf(rendered('monitoring', environment), 'StatefulSet', name);
    expect(at(spec as JsonMap, 'volumeClaimTemplates', 0, 'metadata', 'annotations')).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    });
  }
});

test.each([
  ['dev', '7d', '1638MB'],
  ['prod', '7d', '4096MB'],
])('in %s series are kept for %s or until they take %s', (name, time, size) => {
  const { args } = containerOf(rendered('monitoring', exampleEnvironment(name)), 'StatefulSet', 'prometheus');

  expect(args).toEqual(
    expect.arrayContaining([`--storage.tsdb.retention.time=${time}`, `--storage.tsdb.retention.size=${size}`]),
  );
});

interface InhibitRule {
  readonly equal: readonly string[];
  readonly target_matchers: readonly string[];
}

interface Dashboard {
  readonly uid: string;
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number };
  }[];
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((part, key) => (part as Record<string | number, unknown>)[key], value);
}

/** Every map inside a value, itself included. */
function mapsIn(value: unknown): JsonMap[] {
  if (Array.isArray(value)) return value.flatMap(mapsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as JsonMap, ...Object.values(value).flatMap(mapsIn)];
}

function seconds(duration: string): number {
  return Number(duration.slice(0, -1));
}
