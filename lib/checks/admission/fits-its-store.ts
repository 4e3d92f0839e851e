import type { ObjectRule } from '../rule.ts';

// What etcd takes for one object; ConfigMaps and Secrets are held to it by the API server.
const maxBytes = 1024 * 1024;

export const fitsItsStore: ObjectRule = {
  id: 'fits-its-store',
  why: 'The API server refuses an object of more than a mebibyte.',
  fix: 'Split the object, or take the large part out of it: files into several ConfigMaps, say.',

  check: manifest => {
    const bytes = Buffer.byteLength(JSON.stringify(manifest));
    return bytes > maxBytes ? [`has ${bytes} bytes, the most is ${maxBytes}`] : [];
  },
};
