import type { IConstruct } from 'constructs';
import { serviceNameOf } from '../../constructs/component-chart.ts';
import { secretFile, secretRef } from '../../model/secret-ref.ts';
import type { SecretFile, SecretRef } from '../../model/secret-ref.ts';

/** The password of the owner, as a file for the server itself. */
export function postgresPassword(scope: IConstruct): SecretFile {
  const { secret, key } = postgresPasswordOf(serviceNameOf(scope));
  return secretFile(secret, key);
}

/** The same for who logs in, and is in the server's component. @param service name of the server's service */
export function postgresPasswordOf(service: string): SecretRef {
  return secretRef(`${service}-credentials`, 'password');
}
