/** The text of an alert for those who read it before it fires: what Prometheus fills in is named in its place. */
export function inWords(text: string): string {
  return text.replaceAll(/\{\{ *\$labels\.(\w+)[^}]*\}\}/g, '`$1`').replaceAll(/\{\{ *\$value[^}]*\}\}/g, '`value`');
}
