import type { InitContainer, Variables } from '../../model/pods/container.ts';
import type { FullSizing } from '../../model/pods/sizing.ts';

/**
 * Brings the database to what the server's own version expects: it refuses to start on one that another version has
 * written. An empty database is set up, and a current one stays as it is. It runs the server's image, so a promotion
 * changes the database, too; there is no way back from that but a copy of the data.
 * https://mlflow.org/docs/latest/self-hosting/migration
 *
 * @param env where the database is, which the command does not read by itself
 */
export function schemaChange(env: Variables, sizing: FullSizing): InitContainer {
  return {
    command: ['mlflow', 'db', 'upgrade'],
    args: ['$(MLFLOW_BACKEND_STORE_URI)'],
    env,
    mounts: { '/mlflow': { volume: 'data' } },
    sizing,
  };
}
