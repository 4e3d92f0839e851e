import { Construct } from 'constructs';
import { askerOf, ComponentChart } from '../../constructs/component-chart.ts';
import { inNoBase } from '../../constructs/in-no-base.ts';
import { holdsForm, refuse } from '../../constructs/refuse.ts';
import { sized } from '../../constructs/sizing.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import type { Storage } from '../../model/amounts.ts';
import { choice } from '../../model/input/collections.ts';
import { optional, whole } from '../../model/input/form.ts';
import { forms } from '../../model/input/forms.ts';
import { isVaried } from '../../model/variants.ts';
import { PostgresCluster } from './cloudnative-pg/postgres-cluster.ts';
import { PostgresServer } from './postgres-server.ts';

export { postgresImage } from './postgres-server.ts';

/** Properties for `Postgres`. */
export interface PostgresProps extends Sizing {
  /** Database that is made on the empty disk. @default 'postgres' */
  readonly database?: string;

  /** Its owner, who may do everything on this server. @default 'postgres' */
  readonly user?: string;

  /** Disk for the data, one for each instance. @default '10Gi' */
  readonly storage?: Storage;

  /**
   * Who runs it: CloudNativePG, which the cluster must have, keeps copies and makes one of them the first when that is lost.
   * Its disks are others, so another form is another, empty database. @default - the house, as a StatefulSet
   */
  readonly managedBy?: 'cloudnative-pg';

  /** How many copies there are, where an operator runs it. @default 2 */
  readonly instances?: number;
}

/**
 * PostgreSQL with one database and its owner. The names are made when the disk is empty and stay from then on; the password
 * is the entry `password` of the Secret `<service>-credentials`.
 */
export class Postgres extends Construct {
  constructor(scope: Construct, id: string, props: PostgresProps = {}) {
    super(scope, id);

    const { database = 'postgres', user = 'postgres', storage = '10Gi', managedBy, instances } = props;
    holdsForm(this, 'database', database, forms.label);
    holdsForm(this, 'user', user, forms.label);
    holdsForm(this, 'managedBy', managedBy, optional(choice(['cloudnative-pg'])));
    holdsForm(this, 'instances', instances, optional(whole(1, 9)));
    const least = { cpu: '200m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi', scratch: '256Mi' } as const;
    const told = { database, user, storage, sizing: sized(props, least) };
    if (instances !== undefined && managedBy === undefined) {
      refuse(this, 'conflict', `'instances' (${instances}) needs 'managedBy', because a StatefulSet of it has one pod`);
    }

    const form =
      managedBy === undefined
        ? new PostgresServer(this, 'Default', told)
        : new PostgresCluster(this, 'Default', { ...told, instances: instances ?? 2 });
    const { component, service } = askerOf(this);
    // Forms exclude each other, so where environments have different ones no form is everybody's.
    if (isVaried(ComponentChart.of(this).surroundings.platform, component, service)) inNoBase(form);
  }
}
