// What `helm template` gets: a chart of the same objects. Its templates are made of the objects themselves, so that
// they say what the constructs say; its values are what differs between services, as it is in prod.
import { writeText } from '../../lib/disk/single-file.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import { imageOf, prodSetting, serviceNames, syntheticPlatform } from '../synthetic-platform.ts';
import { objectsPerService } from '../synthetic-service.ts';

const [objects, folder] = process.argv.slice(2);
const chart = `${folder}/chart`;

const [sample] = deliver(syntheticPlatform(objectsPerService)).bases;
const [name] = serviceNames(objectsPerService);
for (const manifest of sample!.manifests) {
  writeText(`${chart}/templates/${manifest.kind.toLowerCase()}.yaml`, templateOf(manifest));
}
writeText(`${chart}/Chart.yaml`, yamlText({ apiVersion: 'v2', name: 'bench', version: '1.0.0' }));
writeText(`${folder}/values.yaml`, yamlText({ services: services() }));

/** One object for each service, in a loop over the values. */
function templateOf(manifest: Manifest): string {
  const text = yamlText(manifest)
    .replaceAll(imageOf(name!), '{{ .image }}')
    .replaceAll(name!, '{{ .name }}')
    .replaceAll(sample!.component, '{{ .component }}')
    .replace(/memory: 128Mi/, 'memory: {{ .memory }}')
    .replace(/memory: 256Mi/, 'memory: {{ .memoryLimit }}')
    .replace(/level: info/, 'level: {{ .logLevel }}')
    .replace(/(plainsail.dev\/config): .*/, '$1: {{ .configHash | quote }}');
  return `{{- range .Values.services }}\n---\n${text}{{- end }}\n`;
}

function services(): Record<string, string>[] {
  const { environments } = deliver(syntheticPlatform(Number(objects)));
  const prod = environments.find(({ environment }) => environment.name === 'prod')!;
  return prod.placed.flatMap(({ unit }) =>
    unit.manifests
      .filter(({ kind }) => kind === 'Deployment')
      .map(deployment => {
        const service = deployment.metadata.name;
        const { memory = '', memoryLimit = '', logLevel = 'info' } = prodSetting(service);
        const configHash = /"plainsail.dev\/config":"(\w+)"/.exec(JSON.stringify(deployment))![1]!;
        return {
          name: service,
          component: unit.component,
          image: imageOf(service),
          memory,
          memoryLimit,
          logLevel,
          configHash,
        };
      }),
  );
}
