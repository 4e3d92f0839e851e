import type { Case } from '../case.ts';
import { Rows } from '../../argocd/rows.ts';
import { demandNoOrphans } from '../../argocd/orphans.ts';
import { demandGone, ends, present } from './way.ts';

const model = "  { name: 'fashion-mnist', image: 'ghcr.io/example-org/fashion-mnist:1.0.0', nodePort: 30810 },\n";
const successor = "  { name: 'churn', image: 'ghcr.io/example-org/churn:1.0.0', nodePort: 30811 },\n";
const exposed = "    'edge-models/fashion-mnist',\n";

/** A service under another name is a new one beside the one that leaves. */
export const renamedService: Case = {
  title: 'a service that is renamed leaves in two commits, and its successor has room beside it',
  run: async world => {
    const rows = new Rows(world);
    const before = await present(world);

    rows.edit('overlays/models.ts', model, successor);
    rows.edit('overlays/site.ts', exposed, '');
    const refusal = await rows.refused();

    rows.edit('overlays/models.ts', successor, `${model}${successor}`);
    rows.edit('overlays/site.ts', "    'edge-models/wine-quality',\n", `    'edge-models/wine-quality',\n${exposed}`);
    rows.leaving("{ service: 'edge-models/fashion-mnist' }");
    await rows.push('a service leaves, and its successor comes');
    await world.allWell();
    demandGone(before, await present(world), place => /ml-apps-\w+\/fashion-mnist/.test(place));
    await demandNoOrphans(world);

    rows.edit('overlays/models.ts', model, '');
    rows.edit('overlays/site.ts', exposed, '');
    rows.leaving();
    const end = await ends(world, rows, 'it is gone');

    // The way back is the same way.
    rows.edit('overlays/models.ts', successor, `${model}${successor}`);
    rows.edit('overlays/site.ts', "    'edge-models/wine-quality',\n", `    'edge-models/wine-quality',\n${exposed}`);
    rows.leaving("{ service: 'edge-models/churn' }");
    await rows.push('it comes back');
    await world.allWell();
    rows.edit('overlays/models.ts', successor, '');
    rows.leaving();
    await ends(world, rows, 'and its successor is gone');
    return [refusal.split('\n')[0]!, end];
  },
};
