import { kubernetes } from './kubernetes.ts';

/**
 * A StatefulSet whose claim templates state apiVersion and kind. The API server stores both, and the binding
 * of cdk8s-plus drops them: without them Argo CD would report a difference for ever.
 */
export class StatefulSet extends kubernetes.KubeStatefulSet {
  override toJson(): unknown {
    const manifest = super.toJson() as { spec: { volumeClaimTemplates?: object[] } };
    const templates = manifest.spec.volumeClaimTemplates?.map(template => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      ...template,
    }));
    return { ...manifest, spec: { ...manifest.spec, volumeClaimTemplates: templates } };
  }
}
