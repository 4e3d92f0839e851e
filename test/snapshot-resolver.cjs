// Snapshots lie at the top level, where a reader looks for them: __snapshots__/<test file>.snap
const path = require('node:path');
const folder = path.join(__dirname, '..', '__snapshots__');

module.exports = {
  resolveSnapshotPath: (testPath, extension) => path.join(folder, path.relative(__dirname, testPath) + extension),
  resolveTestPath: (snapshotPath, extension) =>
    path.join(__dirname, path.relative(folder, snapshotPath).slice(0, -extension.length)),
  testPathForConsistencyCheck: path.join(__dirname, 'some', 'example.test.ts'),
};
