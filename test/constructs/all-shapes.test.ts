import { findings } from '../../lib/checks/findings.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { allSettings, shapes } from '../fixtures/shapes.ts';
import type { ShapeSettings } from '../fixtures/shapes.ts';

test('a platform of all shapes breaks no rule', async () => {
  expect(await found({})).toEqual([]);
  expect(await found(allSettings)).toEqual([]);
  expect(await found({ shop: { web: allSettings.shop!.web! } })).toEqual([]); // nothing answers for a certificate there
});

async function found(of: ShapeSettings): Promise<string[]> {
  const platform = checkedPlatform(shapes(of), {});
  const { units, delivery } = unitsOf(platform);
  const all = await findings(units, { platform, delivery });
  return all.map(({ unit, object, message }) => `${unit}: ${object}: ${message}`);
}
