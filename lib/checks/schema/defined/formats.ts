import { isAddress } from '../../../model/input/host-forms.ts';
import type { Json } from '../../../yaml/json.ts';

type Judge = (value: Json) => boolean;

/**
 * Whether a value has a format. Only such formats are judged as API servers look at and definitions use: what a URL or a
 * duration is differs too much from Go.
 */
export function hasFormat(format: string, value: Json): boolean {
  return !Object.hasOwn(formats, format) || formats[format]!(value);
}

const formats: Readonly<Record<string, Judge>> = {
  'byte': text(/^(?=.)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  'date': text(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
  'date-time': text(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/,
  ),
  'uuid': text(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i),
  'ipv4': value => typeof value !== 'string' || isAddress(value),
  'ipv6': value => typeof value !== 'string' || isLongAddress(value),
  'int32': value => typeof value !== 'number' || (value >= -(2 ** 31) && value < 2 ** 31),
  'int64': value => typeof value !== 'number' || (value >= -(2 ** 63) && value < 2 ** 63),
};

function text(pattern: RegExp): Judge {
  return value => typeof value !== 'string' || pattern.test(value);
}

/** An IPv6 address: eight groups, of which `::` stands for some, and the last two may be an IPv4 address. */
function isLongAddress(text: string): boolean {
  const short = /^(.*:)([\d.]+\.\d+)$/.exec(text);
  if (short && !isAddress(short[2]!)) return false;
  const [before = '', after, ...more] = (short ? `${short[1]!}0:0` : text).split('::');
  if (more.length > 0) return false;
  const groups = [before, after ?? ''].flatMap(part => (part === '' ? [] : part.split(':')));
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return after === undefined ? groups.length === 8 : groups.length < 8;
}
