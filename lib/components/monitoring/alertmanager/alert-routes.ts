import type { Duration } from '../../../model/amounts.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/**
 * Which alerts are told to whom: critical ones and those about drift start a workflow, the watchdog goes to a
 * dead man's switch, and all others wait in Grafana and Alertmanager for somebody to look.
 *
 * @param bridge URL that takes the webhook
 * @param deadMansSwitch file with the URL of whoever raises the alarm when the watchdog falls silent @default - nobody does
 */
export function alertRoutes(bridge: string, repeatInterval: Duration, deadMansSwitch?: string): JsonMap {
  return {
    global: { resolve_timeout: '5m' },
    route: {
      receiver: shown,
      group_by: ['alertname', 'cluster', 'environment'],
      group_wait: '10s',
      group_interval: '5m',
      repeat_interval: repeatInterval,
      routes: [
        // It is told again every five minutes, alone: what is waited for is that it comes.
        {
          receiver: watched,
          matchers: ['alertname="Watchdog"'],
          group_wait: '0s',
          group_interval: '1m',
          repeat_interval: '5m',
        },
        { receiver: bridged, matchers: ['workflow="drift"'], group_by: ['...'] },
        // Each alert alone: when one joins a group, the whole group is sent again, and would start all workflows anew.
        { receiver: bridged, matchers: ['severity="critical"'], group_by: ['...'] },
        { receiver: shown, matchers: ['severity="warning"'] },
      ],
    },
    inhibit_rules: [
      // A pod that is down also uses too much or too little; a model whose accuracy dropped also drifts.
      ...['pod', 'model'].map(label => quietened(label)),
      {
        source_matchers: ['alertname="EdgeLinkDown"'],
        target_matchers: [
          'alertname=~"TargetDown|KubeStateMetricsAbsent|ContainerMetricsAbsent|ModelMetricsAbsent|ModelAccuracyUnknown"',
        ],
        equal: ['cluster'],
      },
    ],
    receivers: [
      { name: shown },
      {
        name: watched,
        ...(deadMansSwitch !== undefined && {
          webhook_configs: [{ url_file: deadMansSwitch, send_resolved: false }],
        }),
      },
      // A workflow has nothing to do once the alert is over, so the end of one is not told.
      { name: bridged, webhook_configs: [{ url: bridge, send_resolved: false }] },
    ],
  };
}

const watched = 'dead-mans-switch';
const shown = 'shown-in-grafana';
const bridged = 'webhook-github-actions';

// Two alerts that both lack a label count as equal in it, so the label is asked for.
function quietened(label: string): JsonMap {
  return {
    source_matchers: ['severity="critical"', `${label}=~".+"`],
    target_matchers: ['severity="warning"', `${label}=~".+"`],
    equal: ['cluster', 'namespace', label],
  };
}
