/** A published Go module, down to its checksum. */
export interface PublishedModule {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
}

// Modules of what is delivered, for the files that lie in them. They are never built, so what cannot be is here, too.

/** In the version that `argocd/charts/argo-cd.ts` brings. */
export const argoCd: PublishedModule = {
  path: 'github.com/argoproj/argo-cd/v3',
  version: 'v3.5.3',
  sum: 'h1:klbUb5LOK+oJSBkR0OYGlLkG9IpsPVtSR2idOdaQb2I=',
};

/** In the version that `argocd/charts/cert-manager.ts` brings. */
export const certManager: PublishedModule = {
  path: 'github.com/cert-manager/cert-manager',
  version: 'v1.21.2',
  sum: 'h1:UWgoYM+KLNtRlqmoWOKjKBOBUPVHeepQ6/ac3ERJW68=',
};

/** In the version whose pods and fields `lib/kinds/cloudnative-pg.ts` describes. */
export const cloudnativePg: PublishedModule = {
  path: 'github.com/cloudnative-pg/cloudnative-pg',
  version: 'v1.30.0',
  sum: 'h1:fnhVq44xXx97MNiuvJsPrX1vSjYbgdyBK5MSGfdHdp0=',
};

/** In the version whose fields `lib/kinds/schema/keda.ts` describes. */
export const keda: PublishedModule = {
  path: 'github.com/kedacore/keda/v2',
  version: 'v2.20.2',
  sum: 'h1:SR60v8uIcelbveS8n/1jcl8tLdBBIbHMxmdOHw8tKqA=',
};

/** The newest that is published as a module; later ones have a version that their module's name does not allow. */
export const externalSecrets: PublishedModule = {
  path: 'github.com/external-secrets/external-secrets',
  version: 'v1.3.2',
  sum: 'h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=',
};
