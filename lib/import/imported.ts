import type { Component } from '../model/component.ts';
import type { Kept } from './shared-base.ts';

/** A component that an import makes. */
export interface Imported {
  readonly name: string;

  /** Its row, but for where its YAML lies. */
  readonly row: Pick<
    Component,
    'namespace' | 'namespaceLabels' | 'namespaceAnnotations' | 'podSecurity' | 'secrets' | 'stateful'
  >;

  /** The namespace that it had in each environment that has it; empty where its objects said none. */
  readonly namespaces: ReadonlyMap<string, string>;

  /** Its own objects, and those that it asks its cluster for. */
  readonly own: Kept;
  readonly ofCluster: Kept;
}

/** Folder of the code of a component. */
export function folderOf(name: string): string {
  return `lib/components/${name}`;
}

/** Folder of its YAML. */
export function objectsFolderOf(name: string): string {
  return `${folderOf(name)}/yaml`;
}

/** The component as the program reads it. */
export function componentOf({ name, row }: Imported): Component {
  return { ...row, services: {}, objects: objectsFolderOf(name) };
}
