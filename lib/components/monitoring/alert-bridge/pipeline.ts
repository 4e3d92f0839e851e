import type { JsonMap } from '../../../yaml/json.ts';
import { driftDispatch, firingAlerts, isDrift, logAnalysisDispatch } from './mapping.ts';

/** What the pipeline must know. */
export interface BridgeOptions {
  /** Port that it listens on. */
  readonly port: number;

  /** URL of GitHub's API. */
  readonly api: string;

  /** `owner/name` of the repository whose workflows are started. */
  readonly repository: string;

  /** Branch or tag that the workflows run from. */
  readonly ref: string;
}

/** The Bento pipeline: one webhook in, one workflow started for each alert that fires. */
export function bridgePipeline(options: BridgeOptions): JsonMap {
  return {
    http: { address: `0.0.0.0:${options.port}` },
    input: {
      label: 'webhook',
      http_server: {
        path: '/alerts',
        allowed_verbs: ['POST'],
        timeout: '120s', // longer than all tries of an alert take, so that Alertmanager does not send it again
      },
    },
    pipeline: { processors: processors(options) },
    output: { label: 'dispatch_or_keep', fallback: [dispatch(options), deadLetters] },
    logger: { level: 'INFO', format: 'json' },
    metrics: { prometheus: {} },
  };
}

function processors({ ref }: BridgeOptions): JsonMap[] {
  return [
    { label: 'firing_alerts', mapping: firingAlerts },
    { label: 'one_message_each', unarchive: { format: 'json_array' } },
    {
      label: 'choose_workflow',
      switch: [
        { check: isDrift, processors: [{ label: 'drift_detection', mapping: driftDispatch(ref) }] },
        { processors: [{ label: 'log_analysis', mapping: logAnalysisDispatch(ref) }] },
      ],
    },
    // Alone, each succeeds or fails alone.
    { label: 'one_batch_each', split: { size: 1 } },
  ];
}

function dispatch({ api, repository }: BridgeOptions): JsonMap {
  return {
    label: 'github',
    // What could not be mapped must not be sent.
    reject_errored: {
      label: 'github_api',
      http_client: {
        url: `${api}/repos/${repository}/actions/workflows/\${! @workflow }/dispatches`,
        verb: 'POST',
        headers: {
          'Accept': 'application/vnd.github+json',
          // Read for each request, so that a new token counts without a restart.
          'Authorization': 'Bearer ${! file(path: env("GITHUB_TOKEN_FILE"), no_cache: true).string().trim() }',
          'Content-Type': 'application/json',
          'X-GitHub-Api-Version': '2022-11-28',
        },
        timeout: '10s',
        retries: 4,
        retry_period: '2s',
        max_retry_backoff: '15s',
        backoff_on: [403, 408, 429, 500, 502, 503, 504],
        drop_on: [400, 401, 404, 422], // the same request can never succeed
      },
    },
  };
}

/** What GitHub did not take is logged whole, and counted. */
const deadLetters: JsonMap = {
  label: 'dead_letters',
  stdout: {},
  processors: [
    {
      label: 'dead_letter',
      mapping: 'root = { "dead_letter": this.catch(content().string()), "reason": @fallback_error }',
    },
  ],
};
