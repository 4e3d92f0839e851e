import { leavingSorts } from '../leaving.ts';
import type {
  LeavingCluster,
  LeavingClusterKind,
  LeavingEnvironment,
  LeavingKind,
  LeavingOperator,
  LeavingPlace,
  LeavingService,
} from '../leaving.ts';
import { fields, isObject, unknownKey } from './collections.ts';
import { optional, pattern, wrong } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { quoted } from './names.ts';

const kind = pattern("must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'", /^[a-z0-9.-]*\/[A-Z]\w*$/);

/** The fields of a row, by what it begins with. */
const sorts: Readonly<Record<(typeof leavingSorts)[number], Form>> = {
  component: fields<LeavingPlace>({ component: forms.text, in: optional(forms.text), from: optional(forms.text) }),
  service: fields<LeavingService>({
    service: pattern("must be '<component>/<service>', such as 'mlflow/mlflow'", /^[^/]+\/[^/]+$/),
  }),
  environment: fields<LeavingEnvironment>({ environment: forms.text }),
  cluster: fields<LeavingCluster>({ cluster: forms.text }),
  operator: fields<LeavingOperator>({ operator: forms.text, from: forms.text }),
  kind: fields<LeavingKind>({ kind, project: forms.text }),
  clusterKind: fields<LeavingClusterKind>({ clusterKind: kind, project: forms.text }),
};

const must = `must say what leaves, by one of ${quoted(leavingSorts)}`;

/** What a row of what is leaving must be like. */
export const leavingForm: Form = {
  must,
  check(value, field) {
    if (!isObject(value)) return [wrong('wrong-type', value, field, 'must be an object')];
    const sort = leavingSorts.find(name => Object.hasOwn(value, name));
    if (sort !== undefined) return sorts[sort].check(value, field);
    const [key] = Object.keys(value);
    return key === undefined ? [wrong('missing', value, field, must)] : [unknownKey(key, key, leavingSorts)];
  },
};
