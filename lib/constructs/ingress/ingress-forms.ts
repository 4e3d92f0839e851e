import { choice, fields, list, map } from '../../model/input/collections.ts';
import { optional, pattern, textForm } from '../../model/input/form.ts';
import { forms } from '../../model/input/forms.ts';
import type { TlsSecret } from '../../model/secret-ref.ts';
import { either } from '../either.ts';
import type { Ingress, IngressHost, IngressPath } from './ingress.ts';

const path = fields<IngressPath>({
  path: textForm(
    "must be a path that begins with '/', without '//', '.' and '..'",
    text => /^\/[^\s\0]*$/.test(text) && !/\/\/|\/\.\.?(?:\/|$)/.test(text),
  ),
  pathType: optional(choice(['Prefix', 'Exact', 'ImplementationSpecific'])),
  endpoint: optional(forms.label),
});

const host = fields<IngressHost>({ host: forms.hostName, paths: optional(list(path, 1)) });

const tlsSecret = fields<TlsSecret>({ secret: forms.objectName, as: choice(['tls']) });

const annotationKey = pattern(
  "must be the key of an annotation, such as 'traefik.ingress.kubernetes.io/router.middlewares'",
  /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/,
);

/** What must be said of the way in. */
export const ingressForm = fields<Ingress>({
  hosts: list(host, 1),
  tls: optional(either("must be 'issuer' or tlsSecret()", choice(['issuer']), tlsSecret)),
  annotations: optional(map(forms.text, annotationKey)),
});
