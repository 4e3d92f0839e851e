// What `helm template` gets: a chart of the same objects. Its templates are made of the objects themselves, so that
// they say what the constructs say; its values are what differs between services, as it is in prod.
import { writeText } from '../../lib/disk/single-file.ts';
import { renderingsOf } from '../../lib/synth/renderings.ts';
import type { Rendering } from '../../lib/synth/render.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import { imageOf, prodSetting, serviceNames, syntheticPlatform } from '../synthetic-platform.ts';
import { objectsPerService } from '../synthetic-service.ts';

const [objects, folder] = process.argv.slice(2);
const chart = `${folder}/chart`;

const prodOf = (count: number): Rendering[] => [
  ...renderingsOf(syntheticPlatform(count)).environments[1]!.renderings.values(),
];

// Of prod's own objects, for some stand in no base.
const [sample] = prodOf(objectsPerService);
const [name] = serviceNames(objectsPerService);
for (const [index, manifest] of sample!.manifests.entries()) {
  writeText(`${chart}/templates/${index}-${manifest.kind.toLowerCase()}.yaml`, templateOf(manifest));
}
writeText(`${chart}/Chart.yaml`, yamlText({ apiVersion: 'v2', name: 'bench', version: '1.0.0' }));
writeText(`${folder}/values.yaml`, yamlText({ services: services() }));

/** One object for each service, in a loop over the values. */
function templateOf(manifest: Manifest): string {
  const text = yamlText(manifest)
    .replaceAll(imageOf(name!), '{{ .image }}')
    .replaceAll(name!, '{{ .name }}')
    .replaceAll(sample!.component, '{{ .component }}')
    .replace(/memory: 512Mi/, 'memory: {{ .memoryLimit }}')
    .replace(/memory: 256Mi/, 'memory: {{ .memory }}')
    .replace(/level: (info|warn)/, 'level: {{ .logLevel }}')
    .replace(/(plainsail.dev\/config): .*/, '$1: {{ .configHash | quote }}');
  return `{{- range .Values.services }}\n---\n${text}{{- end }}\n`;
}

function services(): Record<string, string>[] {
  return prodOf(Number(objects)).flatMap(({ component, manifests }) =>
    manifests
      .filter(({ kind }) => kind === 'Deployment')
      .map(deployment => {
        const service = deployment.metadata.name;
        const { memory = '', memoryLimit = '', logLevel = 'info' } = prodSetting(service);
        const configHash = /"plainsail.dev\/config":"(\w+)"/.exec(JSON.stringify(deployment))![1]!;
        return {
          name: service,
          component,
          image: imageOf(service),
          memory,
          memoryLimit,
          logLevel,
          configHash,
        };
      }),
  );
}
