// What `kustomize build` gets: the base and the prod overlay of `synth`, as one component, so that it sees all objects.
import { writeOutput } from '../../lib/cli/dist.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { renderingsOf } from '../../lib/synth/renderings.ts';
import { syntheticPlatform } from '../synthetic-platform.ts';

const [objects, folder] = process.argv.slice(2);
const { bases, environments } = deliver(renderingsOf(syntheticPlatform(Number(objects), Number(objects))), () => []);
const drafts = environments.flatMap(({ placed }) => placed.map(({ draft }) => draft));
writeOutput(`${folder}/kustomize`, new Map([...bases, ...drafts].flatMap(source => [...source.write().files])));
