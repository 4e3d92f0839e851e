import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ask, askerOf, ComponentChart, offersOf, serviceNameOf } from '../../../constructs/component-chart.ts';
import { admitOperator, connect, openKubernetesApi } from '../../../constructs/connections.ts';
import { podLabels } from '../../../constructs/labels.ts';
import { networkServices } from '../../../constructs/network-service.ts';
import { pullSecrets } from '../../../constructs/pull-secrets.ts';
import { refuse } from '../../../constructs/refuse.ts';
import { localNameOf } from '../../../model/endpoint.ts';
import type { EndpointName } from '../../../model/names.ts';
import { guarded } from '../../../model/sync.ts';
import { postgresPasswordOf } from '../password.ts';
import type { Told } from '../postgres-server.ts';
import { instancesService } from './variant.ts';

/** The same, and how many copies there are. */
type ClusterTold = Told & { readonly instances: number };

/** Several instances that CloudNativePG runs, one of which takes writes. https://cloudnative-pg.io/documentation/current/ */
export class PostgresCluster extends Construct {
  constructor(scope: Construct, id: string, { instances, ...told }: ClusterTold) {
    super(scope, id);
    const { surroundings, component } = ComponentChart.of(this);
    const { name: cluster, operators } = surroundings.clusterOf(component);
    if (!operators.includes('cloudnative-pg')) {
      const message = `'managedBy' needs the operator 'cloudnative-pg', but cluster '${cluster}' has none`;
      refuse(this, 'not-served-here', `${message}. It must be left out, or 'operators' of the cluster must have it`);
      return;
    }
    this.declareFlows();

    const name = serviceNameOf(this);
    new ApiObject(this, 'Cluster', {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name, labels: podLabels(this), annotations: guarded('keep', 'kindComesLater') },
      // With one instance a budget would only stop nodes from being drained.
      spec: { instances, enablePDB: instances > 1, ...this.specOf(told) },
    });
    const service = instancesService(name);
    networkServices(
      this,
      offersOf(this).filter(({ serviceName }) => serviceName === service),
    );
  }

  private specOf({ database, user, storage, sizing }: Told): object {
    const { surroundings, component } = ComponentChart.of(this);
    const { service } = askerOf(this);
    const storageClass = surroundings.storageClassOf(component);
    const { secret, key } = postgresPasswordOf(service);
    ask(this, 'secret', { secret, key, type: 'kubernetes.io/basic-auth', username: user });
    const imageName = surroundings.imageOf(component, service);
    const pulledWith = pullSecrets(this, [imageName]);
    const { cpu, cpuLimit, memory, memoryLimit, scratch } = sizing;
    return {
      imageName,
      ...(pulledWith.length > 0 && { imagePullSecrets: pulledWith }),
      priorityClassName: 'platform',
      inheritedMetadata: { labels: podLabels(this) },
      storage: { size: storage, ...(storageClass !== undefined && { storageClass }) },
      resources: {
        requests: { cpu, memory, 'ephemeral-storage': scratch },
        limits: { 'cpu': cpuLimit, 'memory': memoryLimit, 'ephemeral-storage': scratch },
      },
      // Nobody logs in as the one who may do everything.
      enableSuperuserAccess: false,
      affinity: {
        enablePodAntiAffinity: true,
        topologyKey: 'kubernetes.io/hostname',
        podAntiAffinityType: 'preferred',
      },
      bootstrap: { initdb: { database, owner: user, secret: { name: secret }, dataChecksums: true } },
      managed: { services: { disabledDefaultServices: ['r', 'ro'] } }, // nobody calls them
    };
  }

  /** Instances follow each other, and ask each other and the Kubernetes API who leads; the operator asks each how it is. */
  private declareFlows(): void {
    openKubernetesApi(this);
    for (const endpoint of offersOf(this).filter(({ metrics }) => !metrics)) {
      const name = localNameOf(endpoint) as EndpointName;
      connect(this, name);
      admitOperator(this, 'cloudnative-pg', name);
    }
  }
}
