import { tool } from '../../conformance/toolbox/build.ts';
import { filesLayer } from './files-layer.ts';
import type { Maker } from './maker.ts';

const family = 'stand-ins';

/** A server that keeps the contract of models. It says the tag as its version, so that a promotion is seen. */
export const model: Maker = {
  stands: 'stand-in',
  families: [family],
  note: () => 'keeps the contract of lib/components/edge-models/, and has learnt nothing',
  image: ({ name, tag }) => ({
    layers: [filesLayer({ files: { '/model': { program: tool(family, 'model') } } })],
    start: {
      user: '10001',
      entrypoint: ['/model'],
      env: { MODEL_NAME: name.split('/').at(-1)!, MODEL_VERSION: tag },
    },
  }),
};

/** Answers fixed texts. @param pages by their paths; `/` for all others */
function pages(address: string, texts: Readonly<Record<string, string>>, note: string): Maker {
  return {
    stands: 'stand-in',
    families: [family],
    note: () => note,
    image: () => ({
      layers: [filesLayer({ files: { '/pages': { program: tool(family, 'pages') } } })],
      start: { user: '10001', entrypoint: ['/pages'], env: { PAGES_ADDRESS: address, PAGES: JSON.stringify(texts) } },
    }),
  };
}

/** Images of programs that cannot be had, by their names. */
export const played: Readonly<Record<string, Maker>> = {
  'docker.io/grafana/grafana': pages(
    ':3000',
    {
      '/api/health': '{"database":"ok","version":"0.0.0-stand-in"}',
      '/metrics':
        '# TYPE grafana_build_info gauge\ngrafana_build_info{version="0.0.0-stand-in",edition="stand-in"} 1\n',
      '/': '<!doctype html><title>Grafana</title><p>A stand-in of the conformance suite. It shows nothing.',
    },
    'answers its probes, its metrics and one page: Grafana cannot be built from packages',
  ),
};

/** What stands in for an image that nobody makes. */
export const unknown = pages(
  ':8080',
  { '/': '<!doctype html><title>Stand-in</title><p>The image of this pod cannot be had.' },
  'nobody makes this image here: answers every path on port 8080, if no command is asked for',
);

/** What holds a pod together. */
export const pause: Readonly<Record<string, Maker>> = {
  'registry.k8s.io/pause': {
    stands: 'stand-in',
    families: [family],
    note: () => 'sleeps and reaps, as the real one',
    image: () => ({
      layers: [filesLayer({ files: { '/pause': { program: tool(family, 'pause') } } })],
      start: { user: '65535:65535', entrypoint: ['/pause'] },
    }),
  },
};
