import { Construct } from 'constructs';
import { rolloutHasRoom } from '../../../lib/checks/pods/rollout-has-room.ts';
import { findings } from '../../../lib/checks/findings.ts';
import type { HttpWorkloadProps } from '../../../lib/constructs/http-workload.ts';
import type { ServiceClass } from '../../../lib/model/service.ts';
import { identityOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Cluster } from '../../../lib/model/cluster.ts';
import type { Component } from '../../../lib/model/component.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { unitsOf } from '../../../lib/synthesis.ts';
import type { Delivered } from '../../../lib/synthesis.ts';
import { Shop, cluster, environment, platform, serviceOf } from '../../fixtures/platform.ts';
import { rolloutCases } from './rollout-cases.ts';
import type { RolloutCase } from './rollout-case.ts';

/** What is rolled out of each case, and what lies beside it. */
const rolled = 'rolled';
const beside = 'beside';

/** One cluster that has the nodes of every case, with what the constructs made for each. */
export class RolloutWorld {
  private readonly platform = platform({
    clusters: [cluster('cloud', { nodes: rolloutCases.flatMap(nodesOf), operators: [] })],
    operators: {},
    environments: [environment('prod')],
    components: Object.fromEntries(rolloutCases.map(row => [nameOf(row), componentOf(row)])),
    site: { ...platform().site, exposed: [] },
  });
  private readonly delivered: Delivered = unitsOf(this.platform);

  /** Everything that the cluster receives, what all components stand on first. */
  readonly objects: readonly Manifest[] = (['cluster', 'component'] as const).flatMap(owner =>
    this.delivered.units.filter(unit => unit.owner === owner).flatMap(({ manifests }) => manifests),
  );

  /** The row of its cluster. */
  get cluster(): Cluster {
    return this.platform.clusters[0]!;
  }

  /** The Deployment that is rolled out in a case. @throws Error where there is none */
  deploymentOf(row: RolloutCase): Manifest {
    const found = this.objects.find(
      ({ kind, metadata }) =>
        kind === 'Deployment' && metadata.name === rolled && metadata['namespace'] === `${nameOf(row)}-prod`,
    );
    if (!found) throw new Error(`${row.title}: there must be a Deployment '${rolled}'`);
    return found;
  }

  /** Cases of which the rule says that their rollout stands still. @param others Deployments in place of those of the constructs */
  async standingStill(others: readonly Manifest[] = []): Promise<RolloutCase[]> {
    const by = new Map(others.map(manifest => [identityOf(manifest), manifest]));
    const units = this.delivered.units.map((unit): Unit => ({
      ...unit,
      manifests: unit.manifests.map(manifest => by.get(identityOf(manifest)) ?? manifest),
    }));
    const found = await findings(units, { platform: this.platform, delivery: this.delivered.delivery }, [
      rolloutHasRoom,
    ]);
    return rolloutCases.filter(row =>
      found.some(({ unit, object }) => unit.endsWith(`/${nameOf(row)}`) && object === `Deployment ${rolled}`),
    );
  }
}

function nameOf(row: RolloutCase): string {
  return `case-${rolloutCases.indexOf(row)}`;
}

function nodesOf(row: RolloutCase): Cluster['nodes'] {
  return row.nodes.map((pool, index) => ({
    ...pool,
    name: `${nameOf(row)}-${index}`,
    labels: { case: nameOf(row) },
    taints: [{ key: 'case', value: nameOf(row), effect: 'NoSchedule' as const }],
  }));
}

function componentOf(row: RolloutCase): Component {
  const place = {
    nodeSelector: { case: nameOf(row) },
    tolerations: [{ key: 'case', value: nameOf(row), effect: 'NoSchedule' as const }],
  };
  return {
    services: {
      [rolled]: serviceOf(made({ ...row.service, ...place }), rolled),
      ...(row.beside && { [beside]: serviceOf(made({ ...row.beside, ...place }), beside) }),
    },
  };
}

function made(props: Partial<HttpWorkloadProps>): ServiceClass<never> {
  return class extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      new Shop(this, 'Default', props);
    }
  };
}
