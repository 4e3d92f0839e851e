import type { ConfigFiles } from '../../../constructs/config-files.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';

/** One scrape job, as Prometheus reads it. */
export interface Job extends JsonMap {
  readonly job_name: string;
}

/** What a Prometheus is told: everything but its jobs, and the jobs. */
export interface Scraping {
  readonly config: JsonMap;
  readonly jobs: readonly Job[];
}

/**
 * The configuration as files: one for what concerns the whole server and one for each job, so that a
 * reviewer sees which job changed.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
export function scrapeFiles({ config, jobs }: Scraping): ConfigFiles[] {
  const main = { ...config, scrape_config_files: ['/etc/prometheus/scrape/*.yml'] };
  return [
    {
      name: 'config',
      mountPath: '/etc/prometheus/config',
      reloads: true,
      files: { 'prometheus.yml': yamlText(main) },
    },
    {
      name: 'scrape',
      mountPath: '/etc/prometheus/scrape',
      reloads: true,
      saysWhere: true, // addresses, namespaces and the names of clusters
      files: Object.fromEntries(jobs.map(job => [`${job.job_name}.yml`, yamlText({ scrape_configs: [job] })])),
    },
  ];
}
