// What `kustomize build` gets: the base and the prod overlay of `synth`, as one component, so that it sees all objects.
import { writeOutput } from '../../lib/cli/dist.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { syntheticPlatform } from '../synthetic-platform.ts';

const [objects, folder] = process.argv.slice(2);
const { bases, units } = deliver(syntheticPlatform(Number(objects), Number(objects)));
writeOutput(`${folder}/kustomize`, new Map([...bases, ...units].flatMap(({ files }) => [...files])));
