import type { Construct } from 'constructs';
import type { AlertTemplates } from './alert.ts';
import type { Contract } from './contract.ts';
import type { ObjectMetadata } from './metadata.ts';
import type { Emitter } from './metric.ts';
import type { Offer } from './offer.ts';
import type { Panel } from './panel.ts';
import type { Symptoms } from './symptoms.ts';

/** The class of a service's construct. Every prop is optional: without props it renders the base. */
export type ServiceClass<Props> = new (scope: Construct, id: string, props?: Props) => Construct;

/**
 * A service, whole: what runs, what it offers to others, what it emits, what is watched of it, and what its program
 * was promised. Its name is the key under which its component has it.
 */
export interface Service<
  // The props of a class are contravariant, so the one type that every service class fits is `never`.
  C extends ServiceClass<never> = ServiceClass<never>,
  Offered extends string = string,
  Watched extends string = string,
> {
  readonly construct: C;

  /**
   * What runs wherever `overlays/images.json` pins nothing else: an exact tag or a digest.
   *
   * @default - its objects are kept as YAML, and say it; `pods` must be there then
   */
  readonly image?: string;

  /** Labels by which policies find its pods. @default - those that the house shapes give them */
  readonly pods?: Readonly<Record<string, string>>;

  /**
   * Whether pods that `pods` finds have the labels of the house besides, as an operator hands them on: then each of them is
   * scraped by itself. @default false
   */
  readonly podsAreLabelled?: boolean;

  /** Its endpoints, by names that are unique in the component; probes go to the first one. @default - none */
  readonly offers?: { readonly [Name in Offered]: Offer };

  /** The metrics of its program that alerts and panels may read. @default - nothing of it may be read */
  readonly emits?: Emitter;

  /** What can be wrong with it. @default - nothing that only it knows of */
  readonly alerts?: AlertTemplates<Watched>;

  /** How its program shows that it is well, and that it is not. @default - only whether it answers is seen */
  readonly symptoms?: Symptoms;

  /** What people see of it, on the page about the platform. @default - nothing but what is shown of all services */
  readonly panels?: readonly Panel[];

  /** Labels and annotations of all of its objects and pods, in every environment. @default - none */
  readonly metadata?: ObjectMetadata;

  /** What its arguments and files must say, so that they and its endpoints agree. @default - nothing is promised */
  readonly contracts?: readonly Contract[];

  /** Other forms of it, one of which a setting of an environment chooses. @default - it has one form */
  readonly variants?: Variants;
}

/** Other forms of a service. */
export interface Variants {
  /** The setting that chooses: a prop of the service's construct. */
  readonly by: string;

  /** What each form says otherwise, by the value of the setting. Any other value is the service's own form. */
  readonly of: Readonly<Record<string, Variant>>;
}

/** What a form of a service says otherwise. What is wrong with either has one name, by which people know it. */
export interface Variant extends Partial<
  Pick<
    Service,
    'alerts' | 'contracts' | 'emits' | 'image' | 'offers' | 'panels' | 'pods' | 'podsAreLabelled' | 'symptoms'
  >
> {
  /** Series that the component's own pages read in this form, by those that they read in the other. @default - the same */
  readonly series?: Readonly<Record<string, string>>;
}

/** Keeps the names of what a service offers and of its alerts, so that others can be checked against them. */
export function service<C extends ServiceClass<never>, Offered extends string = never, Watched extends string = never>(
  definition: Service<C, Offered, Watched>,
  // A table that it stands in says no more than `string`, and must not widen the names.
): Service<C, NoInfer<Offered>, NoInfer<Watched>> {
  return definition;
}
