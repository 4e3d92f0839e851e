/** A kind of secret, known by how it is written. */
export interface SecretFamily {
  readonly name: string;
  readonly pattern: RegExp;
}

// Repetitions are bounded: a pattern that may begin and end anywhere takes for ever in a long text.

// Variables and templates are filled in elsewhere; a path says where a secret lies and is none itself.
const literal = String.raw`(?![$<{*/]|(?:true|false|null|none)\b)`;
const word = '(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)';

// A text in quotes, or one with a digit in it: `token = config.token` is a program and gives nothing away.
const value = String.raw`(?:["']${literal}[^"'\s]{6,}["']|${literal}(?=[^\s"']*\d)[^\s"'()[\]{},;]{6,})`;

const addressWithPassword = String.raw`\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@'"]{0,80}:${literal}[^\s/@'"]{1,200}@`;
const argument = String.raw`(?:^|\s)--?(?:[\w-]{1,40}-)?${word}[= ]${literal}[^\s]{4,}`;
const setting = String.raw`^[ \t]*["']?(?:[\w.-]{0,40}[_.-])?${word}["']?[ \t]*[:=][ \t]*${value}[ \t]*,?$`;
const webhook = String.raw`hooks\.slack\.com/services/T\w+/B\w+/\w+|discord(?:app)?\.com/api/webhooks/\d+/[\w-]+`;
const examples = 'minioadmin|admin123|airflow123|mlflow123|changeme|change-me|your-secure-password|REPLACE_(?:WITH|ME)';

/** WHERE A NEW FAMILY GOES: a row here, and a planted example in test/checks-secrets.test.ts. */
export const secretFamilies: readonly SecretFamily[] = [
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY/ },
  { name: 'a private key in base64', pattern: /LS0tLS1CRUdJTi/ },
  { name: 'a Google service account key', pattern: /"private_key(?:_id)?"\s*:\s*"/ },
  { name: 'a JSON web token', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/ },
  { name: 'a GitHub token', pattern: /\b(?:gh[oprsu]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/ },
  { name: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/ },
  { name: 'an AWS access key', pattern: /\b(?:AKIA|ASIA|AROA)[A-Z0-9]{16}\b/ },
  { name: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { name: 'a Google OAuth secret', pattern: /\bGOCSPX-[\w-]{20,}/ },
  { name: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10,}/ },
  { name: 'a webhook address', pattern: new RegExp(webhook) },
  { name: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{30,}/ },
  { name: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { name: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { name: 'an API key', pattern: /\bsk-[A-Za-z0-9_-]{32,}/ },
  { name: 'a Tailscale key', pattern: /\btskey-[a-z]+-\w{8,}/ },
  { name: 'a password in an address', pattern: new RegExp(addressWithPassword, 'i') },
  { name: 'a secret in an argument', pattern: new RegExp(argument, 'i') },
  { name: 'a secret in a setting', pattern: new RegExp(setting, 'im') },
  { name: 'a password of an example', pattern: new RegExp(`\\b(?:${examples})\\b`, 'i') },
];

// One look for all families at once, since hardly any text has one.
const anyFamily = new RegExp(secretFamilies.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'im');

/** The family of the secret in a text; undefined where there is none. */
export function secretIn(text: string): string | undefined {
  if (!anyFamily.test(text)) return undefined;
  return secretFamilies.find(({ pattern }) => pattern.test(text))?.name;
}
