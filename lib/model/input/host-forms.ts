/** Whether a text is a full host name: lower case, at least two labels, and no address. */
export function isHostName(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= 253
    && labels.length >= 2
    && labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
    && !/^\d+$/.test(labels.at(-1)!)
  );
}

/** Whether a text is an IPv4 address. */
export function isAddress(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every(byte => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) <= 255);
}

/** Whether a text is a range of IPv4 addresses whose first one it names. */
export function isAddressRange(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  if (rest.length > 0 || !isAddress(address) || !/^(?:\d|[12]\d|3[0-2])$/.test(length)) return false;
  return numberOf(address) % 2 ** (32 - Number(length)) === 0;
}

/** Whether a text is a range of IPv4 addresses that lies within another one. */
export function isWithinRange(text: string, range: string): boolean {
  if (!isAddressRange(text)) return false;
  const [[inner, innerLength], [outer, outerLength]] = [text.split('/'), range.split('/')];
  const size = 2 ** (32 - Number(outerLength));
  return Number(innerLength) >= Number(outerLength) && Math.floor(numberOf(inner!) / size) === numberOf(outer!) / size;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

/** Whether a text is an HTTPS URL of a named host: one scheme, no user, no query. */
export function isHttpsUrl(text: string): boolean {
  const [, host, port, path = ''] = /^https:\/\/([^/:]+)(?::(\d+))?((?:\/[^\s?#]*)?)$/.exec(text) ?? [];
  return host !== undefined && isHostName(host) && isPortText(port ?? '443') && !path.includes('//');
}

/** Whether a text is an HTTPS URL of a host or an address with a port, and nothing after it. */
export function isServerUrl(text: string): boolean {
  const [, host, port] = /^https:\/\/([^/:]+):(\d+)$/.exec(text) ?? [];
  return host !== undefined && (isHostName(host) || isAddress(host)) && isPortText(port!);
}

/** Whether a text is the address of a repository over SSH: `git@host:path` or `ssh://git@host:port/path`. */
export function isSshRepository(text: string): boolean {
  const [, short, path] = /^[a-z][a-z0-9_-]*@([^:/\s]+):([^\s:?#]+)$/.exec(text) ?? [];
  if (short !== undefined) return isHostName(short) && !/^\/|\/\//.test(path!);
  const [, host, port = '22'] = /^ssh:\/\/[a-z][a-z0-9_-]*@([^/:\s]+)(?::(\d+))?\/[^\s:?#]+$/.exec(text) ?? [];
  return host !== undefined && isHostName(host) && isPortText(port);
}

function isPortText(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
}
