/** What an object of any custom resource has; types in `imports/` say what it has besides. */
export interface CustomObject {
  /** `sparkoperator.k8s.io/v1beta2` */
  readonly apiVersion: string;
  readonly kind: string;

  /** @default - it is named after its service */
  readonly metadata?: CustomObjectMetadata;
}

/** What people say of an object besides its content. Its namespace is that of its component, so nobody says it. */
export interface CustomObjectMetadata {
  /** @default - the service's name */
  readonly name?: string;

  /** Those of the service come on top. @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** What guards the object comes on top. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}
