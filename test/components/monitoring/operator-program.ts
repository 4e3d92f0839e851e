import type { Alert } from '../../../lib/model/alert.ts';
import { asksOf } from '../../../lib/model/ask.ts';
import { checkedPlatform } from '../../../lib/model/check-input.ts';
import type { HelmChart } from '../../../lib/model/helm-chart.ts';
import type { Rows } from '../../../lib/model/platform.ts';
import { Surroundings } from '../../../lib/model/surroundings.ts';
import { readByOperator } from '../../../lib/synth/read-by-operator.ts';
import { exampleImages, exampleProgram } from '../../fixtures/example.ts';
import { exampleEnvironment } from '../../fixtures/example-platform.ts';

/** The chart that brings the operator and its Prometheus. */
export const stack: HelmChart = {
  repository: 'https://prometheus-community.github.io/helm-charts',
  chart: 'kube-prometheus-stack',
  version: '1.2.3',
  namespace: 'prometheus',
  values: {},
  kinds: { cluster: [], namespaced: ['apps/Deployment'] },
};

/** Rows of which every cluster has the operator. */
export function withOperator<R extends Pick<Rows, 'clusters' | 'operators'>>(rows: R): R {
  const clusters = rows.clusters.map(row => ({ ...row, operators: [...row.operators, 'prometheus-operator'] }));
  return { ...rows, clusters, operators: { ...rows.operators, 'prometheus-operator': stack } };
}

/** The example, of which both clusters have the operator. @param monitoring where the servers of the house run in prod */
export function programWith(monitoring: string): typeof exampleProgram {
  const { monitoring: _gone, ...settings } = exampleEnvironment('prod').settings;
  const prod = exampleEnvironment('prod', { placement: { monitoring }, settings });
  return withOperator({
    ...exampleProgram,
    environments: exampleProgram.environments.map(row => (row.name === 'prod' ? prod : row)) as Rows['environments'],
  });
}

/** What that Prometheus judges of a component of prod. */
export function alertsForOperator(component: string): Alert[] {
  const platform = checkedPlatform(programWith('none'), exampleImages);
  const prod = platform.environments.find(({ name }) => name === 'prod');
  return asksOf(readByOperator(new Surroundings(platform, prod)), 'watch')
    .filter(({ by }) => by.component === component)
    .flatMap(({ what }) => what);
}
