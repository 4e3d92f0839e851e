import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { edit, inCheckout, plainsail } from './fixtures/checkout.ts';

// What names the class of MLflow, and what imports anything from its file.
const named = ['lib/components/mlflow/index.ts', 'lib/components/callcenter/stores/mlflow.ts'];
const importing = [...named, 'lib/components/callcenter/stores/index.ts'];

// Names and selectors never come from the code's own names, so these change nothing that a cluster would see.
test.each<[string, (folder: string) => void]>([
  [
    'renaming the class of a service',
    folder => {
      edit(folder, 'lib/services/mlflow/mlflow.ts', text => text.replace('class Mlflow ', 'class TrackingServer '));
      for (const file of named) edit(folder, file, text => text.replaceAll(/\bMlflow\b/g, 'TrackingServer'));
    },
  ],
  [
    'renaming its file',
    folder => {
      renameSync(join(folder, 'lib/services/mlflow/mlflow.ts'), join(folder, 'lib/services/mlflow/tracking-server.ts'));
      for (const file of importing) {
        edit(folder, file, text => text.replaceAll('services/mlflow/mlflow.ts', 'services/mlflow/tracking-server.ts'));
      }
    },
  ],
  [
    'renaming the id of its construct',
    folder => {
      edit(folder, 'lib/services/mlflow/mlflow.ts', text => text.replace("(this, 'Default',", "(this, 'Workload',"));
    },
  ],
  [
    'renaming the ids inside a shared shape',
    folder => {
      edit(folder, 'lib/constructs/deployment.ts', text => text.replace("(scope, 'Deployment',", "(scope, 'Pods',"));
    },
  ],
])('%s changes no byte of dist/', (_title, refactor) => {
  const outcome = inCheckout(folder => {
    refactor(folder);
    return plainsail(folder, ['check']);
  });

  expect(outcome).toMatchObject({ status: 0, stderr: '' });
});

test('a change that clusters would see is told by check', () => {
  const outcome = inCheckout(folder => {
    edit(folder, 'lib/services/mlflow/mlflow.ts', text => text.replace("memory: '384Mi'", "memory: '448Mi'"));
    return plainsail(folder, ['check']);
  });

  expect(outcome.status).toBe(1);
  expect(outcome.stdout).toContain('dist/base/mlflow/deployment.mlflow.yaml differs');
  expect(outcome.stdout).toContain('Run `npm run synth` and commit the result.');
});
