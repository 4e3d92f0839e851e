import type { SyncWindow } from '../../lib/model/sync-window.ts';
import { store } from '../fixtures/cache.ts';
import { environment, platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const office: SyncWindow = { kind: 'allow', schedule: '0 8 * * 1-5', duration: '8h', timeZone: 'Europe/Zurich' };
const holidays: SyncWindow = {
  kind: 'deny',
  schedule: '0 0 24 12 *',
  duration: '48h',
  manualSync: true,
  description: 'Nobody is here.',
};

const synthesized = new Synthesized(
  platform({
    components: { ...rows().components, store: store() },
    // The name of the one begins with that of the other.
    environments: [
      environment('prod', { syncWindows: [office, holidays] }),
      environment('prod-eu', { nodePortOffset: 100 }),
    ],
  }),
);

function windowsOf(project: string) {
  return at(synthesized.find('AppProject', project), 'spec', 'syncWindows');
}

test('the project of an environment has its windows, for each of its Applications by name', () => {
  const applications = ['prod-customer', 'prod-shop', 'prod-store-cache'];

  expect(windowsOf('prod')).toEqual([
    { ...office, applications },
    { ...holidays, timeZone: 'UTC', applications },
  ]);
});

test("the project of a cluster has them for what belongs to the environment, and for no other's", () => {
  expect(windowsOf('platform-cloud')).toEqual([
    { ...office, applications: ['prod-cloud-foundation'] },
    { ...holidays, timeZone: 'UTC', applications: ['prod-cloud-foundation'] },
  ]);
});

test('an environment without windows is synced at any time, and so is Argo CD itself', () => {
  expect([windowsOf('prod-eu'), windowsOf('argocd'), windowsOf('bootstrap')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
