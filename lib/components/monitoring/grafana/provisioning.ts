import type { ConfigFiles } from '../../../constructs/config-files.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';
import { dashboardJson, dataSource } from './dashboard-json.ts';
import type { Dashboard } from '../../../model/panel.ts';

/** What Grafana reads when it starts: its one data source, and every dashboard. */
export function provisioning(prometheus: string, dashboards: readonly Dashboard[]): ConfigFiles[] {
  return [
    {
      name: 'datasources',
      mountPath: '/etc/grafana/provisioning/datasources',
      files: {
        'prometheus.yaml': yamlText({
          apiVersion: 1,
          datasources: [
            {
              name: 'Prometheus',
              ...dataSource,
              access: 'proxy',
              url: prometheus,
              isDefault: true,
              editable: false,
              jsonData: { timeInterval: '15s' },
            },
          ],
        }),
      },
    },
    {
      name: 'providers',
      mountPath: '/etc/grafana/provisioning/dashboards',
      files: {
        'plainsail.yaml': yamlText({
          apiVersion: 1,
          providers: [
            {
              name: 'plainsail',
              type: 'file',
              disableDeletion: false, // a dashboard whose file is gone goes
              allowUiUpdates: false,
              options: { path: '/etc/grafana/dashboards' },
            },
          ],
        }),
      },
    },
    {
      name: 'dashboards',
      mountPath: '/etc/grafana/dashboards',
      reloads: true, // the provider looks for changed files every ten seconds
      files: Object.fromEntries(dashboards.map(dashboard => [`${dashboard.uid}.json`, dashboardJson(dashboard)])),
    },
  ];
}
