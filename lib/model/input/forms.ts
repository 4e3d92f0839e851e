import { entryKey, variableName } from '../entry-key.ts';
import { startOfDay } from '../day.ts';
import { isObject } from './collections.ts';
import { formOf, pattern, textForm, whole, wrong } from './form.ts';
import type { Form } from './form.ts';
import { cpuForm, diskForm, durationForm, memoryForm, scratchForm } from './amount-forms.ts';
import { isAddressRange, isHostName, isHttpsUrl } from './host-forms.ts';
import { scheduleFault } from './schedule.ts';
import { isTimeZone } from './time-zone.ts';

/** Every form that values have, by what they are. WHERE A NEW FORM GOES: one row here. */
export const forms = {
  cpu: cpuForm,
  memory: memoryForm,
  scratch: scratchForm,
  disk: diskForm,
  duration: durationForm,

  /** Any text but an empty one. */
  text: pattern('must be a text that is not empty', /\S/),

  /** What only code reads that is typed where it is written. */
  object: formOf('must be an object', value => (isObject(value) ? undefined : 'wrong-type')),

  flag: formOf('must be true or false', value => (typeof value === 'boolean' ? undefined : 'wrong-type')),

  /** A number whose bounds others know. */
  number: formOf('must be a number', value => (typeof value === 'number' ? undefined : 'wrong-type')),

  /** A name of Kubernetes that becomes a part of host names. */
  label: pattern(
    "must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
    /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  ),

  /** A label's key, with or without a prefix. */
  labelKey: pattern(
    "must be a label's key, such as 'istio-injection' or 'example.com/team'",
    /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/,
  ),

  labelValue: pattern(
    "must be a label's value: letters, digits, '-', '_' and '.', at most 63",
    /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/,
  ),

  /** Why something is as it is, for people to review. */
  reason: pattern('must say why, in words', /\w.*\w/),

  /** Where people keep what is rendered, which `watch` sees. */
  sourceFolder: pattern(
    "must be a folder of the repository below 'lib/components/' or 'overlays/', such as 'lib/components/shop/yaml'",
    /^(?:lib\/components|overlays)(?:\/(?!\.)[^\s\0/\\:]+)+$/,
  ),

  /** A name that may hold dots, as most objects of Kubernetes have it. */
  objectName: pattern(
    "must hold only lower-case letters, digits, '-' and '.', at most 253",
    /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/,
  ),

  hostName: textForm("must be a host name, such as 'grafana.example.com', without scheme, port or path", isHostName),

  port: whole(1, 65535),

  cidr: textForm("must be an address range without host bits, such as '10.0.0.0/8'", isAddressRange),

  httpsUrl: textForm("must be an HTTPS URL of one host, such as 'https://charts.example.com'", isHttpsUrl),

  /** Where something is in a container or on a server. */
  path: pattern("must be a path that begins with '/'", /^\/[^\s\0]*$/),

  /** Where a volume is mounted. A colon separates paths there, and '..' leads out. */
  mountPath: pattern(
    "must be a folder of the container other than '/', such as '/var/lib/data'",
    /^(?!.*\/\.\.?(?:\/|$))(?:\/[^\s\0:/]+)+$/,
  ),

  imageReference: pattern(
    "must be an image reference, such as 'ghcr.io/owner/name:1.2.3'",
    /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?\/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/,
  ),

  /** A version of a chart: a range would mean something else tomorrow. */
  exactVersion: textForm(
    "must be one exact version, such as '1.2.3'",
    text => /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(text),
    'not-pinned',
  ),

  /** A branch, a tag or a commit of git. */
  revision: pattern(
    "must be fully qualified, such as 'refs/heads/main', or a commit of 40 digits: a short name can mean a branch or a tag",
    /^(?:refs\/(?:heads|tags)\/[^\s~^:?*[\\]+|[0-9a-f]{40})$/,
  ),

  /** A day of the calendar, which begins at midnight UTC. */
  day: textForm("must be a day, such as '2027-05-31'", text => startOfDay(text) !== undefined),

  /** When a CronJob starts. */
  schedule: {
    must: "must be a schedule, such as '30 4 * * 1'",
    check(value, field) {
      if (typeof value !== 'string') return [wrong('wrong-type', value, field, this.must)];
      const must = scheduleFault(value);
      return must === undefined ? [] : [wrong('malformed', value, field, must)];
    },
  },

  timeZone: textForm("must be a time zone of the IANA database, such as 'Europe/Zurich'", isTimeZone),

  /** A user of a container that is not root. */
  user: whole(1, 2 ** 31 - 1),

  variableName: pattern('must be a name of a variable, such as HTTP_PORT', variableName),

  fileName: pattern("must be a file name of letters, digits, '-', '_' and '.'", entryKey),
} as const satisfies Readonly<Record<string, Form>>;
