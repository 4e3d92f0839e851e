import { kubernetes } from './kubernetes.ts';

/** Seconds for which a pod that is to leave goes on answering, at most: until nobody sends it anything any more. */
const drain = 10;

/**
 * A Deployment whose pods go on answering for a while when they are to leave. Nodes and ingress controllers hear of it
 * later than the pod does, and what they still send would be refused. A hook that a service has of its own counts
 * instead. The pause is Kubernetes' own, so no image needs a shell for it, and newer than the binding of cdk8s-plus.
 * https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations
 */
export class DrainingDeployment extends kubernetes.KubeDeployment {
  override toJson(): unknown {
    const manifest = super.toJson() as Deployment;
    const { template, ...spec } = manifest.spec;
    const { containers, terminationGracePeriodSeconds: grace = 30 } = template.spec;
    // Half of the time is the program's own, to end what it has begun.
    const seconds = Math.min(drain, Math.floor(grace / 2));
    if (seconds === 0 || !containers.some(({ ports }) => ports)) return manifest;

    const draining = containers.map(container => ({
      ...container,
      lifecycle: { preStop: { sleep: { seconds } }, ...container.lifecycle },
    }));
    return {
      ...manifest,
      spec: { ...spec, template: { ...template, spec: { ...template.spec, containers: draining } } },
    };
  }
}

/** What decides it. */
interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly { readonly ports?: object; readonly lifecycle?: object }[];
        readonly terminationGracePeriodSeconds?: number;
      };
    };
  };
}
