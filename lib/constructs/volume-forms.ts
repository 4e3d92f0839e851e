import { choice, fields, list, map } from '../model/input/collections.ts';
import { optional, pattern, whole } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { oneOf } from '../model/input/one-of.ts';
import type {
  ConfigMapFiles,
  CsiVolume,
  EmptyFolder,
  Mount,
  OwnClaim,
  ProjectedFiles,
  SecretFiles,
  TokenFile,
  Volume,
} from '../model/pods/volume.ts';
import { anyText } from './variable-forms.ts';

/** A place within a volume, which never leads out of it. */
const inside = pattern(
  "must be a path within the volume, such as 'logs', that does not begin with '/'",
  /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\s\0:]+$/,
);

const configMap = fields<ConfigMapFiles['configMap']>({
  name: forms.objectName,
  items: optional(map(inside, forms.fileName)),
});

const secret = fields<SecretFiles['secret']>({ name: forms.objectName, keys: list(forms.fileName, 1) });

const serviceAccountToken = fields<TokenFile['serviceAccountToken']>({
  audience: forms.text,
  path: inside,
  expires: optional(whole(600, 86400)), // the API server gives none for less than ten minutes
});

const volume = oneOf<Volume>(
  {
    emptyDir: fields<EmptyFolder['emptyDir']>({ size: forms.scratch, medium: optional(choice(['disk', 'memory'])) }),
    configMap,
    secret,
    projected: list(oneOf<ProjectedFiles['projected'][number]>({ configMap, secret, serviceAccountToken }), 1),
    claim: forms.objectName,
    ephemeralClaim: fields<OwnClaim['ephemeralClaim']>({
      size: forms.disk,
      storageClass: optional(forms.objectName),
    }),
    csi: fields<CsiVolume['csi']>({ driver: forms.objectName, attributes: optional(map(anyText, forms.text)) }),
  },
  {
    hostPath:
      "must be another volume: the namespaces admit no pod that mounts a folder of its node; 'claim' or 'csi' may do",
  },
);

/** What volumes of a pod must be like. */
export const volumesForm = map(volume, forms.label);

/** What mounts of a container must be like. */
export const mountsForm = map(
  fields<Mount>({ volume: forms.label, readOnly: optional(forms.flag), subPath: optional(inside) }),
  forms.mountPath,
);
