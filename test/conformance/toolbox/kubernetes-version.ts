const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];

/** Variables of the linker: without them a program reports a placeholder that clients cannot parse. */
export function kubernetesVersion(version: string): Record<string, string> {
  const [major = '', minor = ''] = version.split('.');
  const facts = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  return Object.fromEntries(
    packages.flatMap(path => Object.entries(facts).map(([name, value]) => [`${path}.${name}`, value])),
  );
}
