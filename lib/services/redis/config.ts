import type { ConfigFiles } from '../../constructs/config-files.ts';
import { secretFile } from '../../model/secret-ref.ts';
import type { SecretFile } from '../../model/secret-ref.ts';

/** The password, as a file. @param service name of the server's service */
export function redisPassword(service: string): SecretFile {
  return secretFile(`${service}-credentials`, 'password');
}

/** What it reads at its start. https://redis.io/docs/latest/operate/oss_and_stack/management/config/ */
export function redisConfig(told: { port: number; memory: bigint; whenFull: string }): ConfigFiles {
  const { port, memory, whenFull } = told;
  return {
    name: 'config',
    mountPath: '/etc/redis',
    files: {
      'redis.conf': [
        `port ${port}`,
        'dir /data',
        'appendonly yes',
        'save ""', // the log is enough, and a snapshot beside it would take memory and disk
        `maxmemory ${memory}`,
        `maxmemory-policy ${whenFull}`,
        `include ${passwordFile}`,
        '',
      ].join('\n'),
    },
  };
}

const passwordFile = '/run/redis/password.conf';

/** Writes the password where only this container finds it, and becomes the server. */
export const startWithPassword = [
  'umask 077',
  `printf 'requirepass "%s"\\n' "$(cat "$REDIS_PASSWORD_FILE")" > ${passwordFile}`,
  'exec redis-server /etc/redis/redis.conf',
].join('\n');

/** Asks it as a client does. It answers an error with exit code 0, so the answer itself is looked at. */
export function pingCommand(port: number): string[] {
  const ping = `REDISCLI_AUTH="$(cat "$REDIS_PASSWORD_FILE")" redis-cli -p ${port} ping`;
  return ['sh', '-c', `${ping} | grep --quiet PONG`];
}
