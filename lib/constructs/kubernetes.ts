import { createRequire } from 'node:module';
import type { k8s } from 'cdk8s-plus-28';

const require = createRequire(import.meta.url);

/**
 * The typed objects of Kubernetes, for use as values; their types are those of `k8s` of cdk8s-plus-28. An `import` of
 * that package makes Node read two megabytes of code for the names in it, which takes as long as loading all of the rest.
 */
export const kubernetes = require('cdk8s-plus-28/lib/imports/k8s') as typeof k8s;
