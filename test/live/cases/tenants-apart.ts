import { demandNone } from '../../conformance/report/ledger.ts';
import { insideContainer } from '../node/inside-container.ts';
import type { LiveCase } from './live-case.ts';
import { tenantsOf } from './tenants.ts';
import type { LiveTenant } from './tenants.ts';

/** Asks URLs from inside a pod, all at once, with the Python of its image, and prints what came of each. */
const curl = `
import concurrent.futures, json, sys, urllib.request
def ask(url):
    try:
        return str(urllib.request.urlopen(url + "/health", timeout=4).status)
    except Exception as error:
        return str(getattr(error, "reason", error))
urls = sys.argv[1:]
with concurrent.futures.ThreadPoolExecutor(len(urls)) as pool:
    print(json.dumps(list(pool.map(ask, urls))))
`;

/** What one tenant asks of another never arrives; what it asks of itself in the same ways does. */
export const tenantsApart: LiveCase = {
  title: 'no tenant reaches another, by pod, Service, name or node port; each reaches itself in these ways',
  run: async platform => {
    const tenants = await tenantsOf(platform);
    const wrong: string[] = tenants.flatMap(({ namespace, nodePorts }) =>
      nodePorts.length === 0 ? [] : [`${namespace}: has the node ports ${nodePorts.join()}, must have none`],
    );
    let refused = 0;
    for (const from of tenants) {
      const targets = tenants
        .filter(({ cluster }) => cluster === from.cluster)
        .flatMap(tenant => waysTo(tenant).map(url => ({ url, own: tenant === from })));
      for (const pod of from.pods) {
        const printed = await insideContainer(
          from.cluster,
          pod,
          'python',
          '-c',
          curl,
          ...targets.map(({ url }) => url),
        );
        const results = JSON.parse(printed) as string[];
        for (const [index, { url, own }] of targets.entries()) {
          if (!own && results[index] !== '200') refused += 1;
          if (own !== (results[index] === '200')) wrong.push(`${pod.title} to ${url}: ${results[index]}`);
        }
      }
    }
    demandNone(wrong, 'answers that must be others');
    return [`${tenants.length} tenants: ${refused} questions of one to another were refused, all to itself answered`];
  },
};

/** Its Service by name and address, and each of its pods. */
function waysTo({ pods, urls }: LiveTenant): string[] {
  return [...urls, ...pods.map(({ address }) => `http://${address}:8000`)];
}
