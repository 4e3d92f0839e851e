import type { Maker } from './maker.ts';
import { installEnvironment, pythonLayers, pythonVariables } from './python-environment.ts';
import type { PythonEnvironment } from './python-environment.ts';

/** Where a tag names none. */
const usual = '3.17.0';

/** MLflow's server, from the packages that its image is made of. */
export const mlflow: Readonly<Record<string, Maker>> = {
  'ghcr.io/mlflow/mlflow': {
    stands: 'real',
    installs: ({ tag }) => installEnvironment(environmentOf(tag)),
    // 3.16 adds columns. 3.17 adds tables, too, and where one is missing MLflow changes the schema by itself.
    promoted: ['v3.15.2-full', 'v3.16.1-full'],
    note: ({ tag }) => {
      const version = versionOf(tag);
      return `MLflow ${version} from PyPI${tag === `v${version}-full` ? '' : `, in place of ${tag}`}`;
    },
    image: ({ tag }) => ({
      layers: pythonLayers(environmentOf(tag)),
      start: { command: ['python3'], env: pythonVariables },
    }),
  },
};

function versionOf(tag: string): string {
  return /^v(\d+\.\d+\.\d+)-full$/.exec(tag)?.[1] ?? usual;
}

/**
 * What the image with the ending `-full` has beside MLflow itself: `--expose-prometheus` fails without the one, and databases
 * of PostgreSQL without the other.
 */
function environmentOf(tag: string): PythonEnvironment {
  const version = versionOf(tag);
  const packages = [`mlflow==${version}`, 'prometheus-flask-exporter==0.23.2', 'psycopg2-binary==2.9.13'];
  return { name: `mlflow-${version}`, packages };
}
