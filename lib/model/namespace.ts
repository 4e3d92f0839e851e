import type { Component } from './component.ts';
import { own } from './input/collections.ts';

/** Namespace of a component in an environment; in the base where none is given. */
export function namespaceIn(
  environment: string | undefined,
  name: string,
  component: Pick<Component, 'namespace'> = {},
): string {
  const { namespace = name } = component;
  if (typeof namespace === 'string') return environment === undefined ? namespace : `${namespace}-${environment}`;
  if (environment === undefined) return name;
  return (own(namespace, environment) as string | undefined) ?? `${name}-${environment}`;
}

/** Whether a namespace is one of Kubernetes or Argo CD, in which no component may lie. */
export function isReservedNamespace(namespace: string): boolean {
  return /^(?:kube-.*|argocd)$/.test(namespace);
}
