/** A kind of secret, known by how it is written. */
export interface SecretFamily {
  readonly name: string;
  readonly pattern: RegExp;
}

// Repetitions are bounded, because a pattern that may begin anywhere and end anywhere takes for ever in a long text.
//
// Variables and templates are filled in elsewhere; a path says where a secret lies and is none itself.
const literal = String.raw`(?![$<{*/])(?!true\b|false\b|null\b|none\b)`;
const secretWord = '(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)';

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
  { name: 'a webhook address', pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]+/ },
  { name: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{30,}/ },
  { name: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { name: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { name: 'an API key', pattern: /\bsk-[A-Za-z0-9_-]{32,}/ },
  { name: 'a Tailscale key', pattern: /\btskey-[a-z]+-\w{8,}/ },
  { name: 'a password in an address', pattern: new RegExp(String.raw`\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@'"]{0,80}:${literal}[^\s/@'"]{1,200}@`, 'i') },
  { name: 'a secret in an argument', pattern: new RegExp(String.raw`(?:^|\s)--?(?:[\w-]{1,40}-)?${secretWord}[= ]${literal}[^\s]{4,}`, 'i') },
  {
    name: 'a secret in a setting',
    pattern: new RegExp(String.raw`^[ \t]*["']?(?:[\w.-]{0,40}[_.-])?${secretWord}["']?[ \t]*[:=][ \t]*(?:["']${literal}[^"'\s]{6,}["']|${literal}(?=[^\s"']*\d)[^\s"'()[\]{},;]{6,})[ \t]*,?$`, 'im'),
  },
  { name: 'a password of an example', pattern: /\b(?:minioadmin|admin123|airflow123|mlflow123|changeme|change-me|your-secure-password|REPLACE_WITH|REPLACE_ME)\b/i },
];

// One look for all families at once, since hardly any text has one.
const anyFamily = new RegExp(secretFamilies.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'im');

/** The family of the secret in a text; undefined where there is none. */
export function secretIn(text: string): string | undefined {
  if (!anyFamily.test(text)) return undefined;
  return secretFamilies.find(({ pattern }) => pattern.test(text))?.name;
}
