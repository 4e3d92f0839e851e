import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import { at } from '../fixtures/synthesized.ts';

const nightly = (settings: object = {}) => ({ work: { nightly: settings } });

test('a CronJob says all that Kubernetes would choose by itself', () => {
  const { spec } = shaped().find('CronJob', 'nightly');

  expect(spec).toMatchObject({
    schedule: '30 4 * * *',
    timeZone: 'Etc/UTC',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 3,
    jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 3600 } },
  });
  expect(at(spec!, 'jobTemplate', 'spec', 'template', 'spec')).toMatchObject({
    restartPolicy: 'Never',
    priorityClassName: 'batch',
  });
});

test('each of it can be said otherwise, in an environment as in the code', () => {
  const platform = shaped(
    nightly({
      schedule: '@hourly',
      timeZone: 'Europe/Zurich',
      concurrencyPolicy: 'Replace',
      startingDeadline: 60,
      deadline: 120,
      retries: 0,
      successfulHistory: 0,
      failedHistory: 1,
      suspended: true,
      priority: 'platform',
      claim: { mountPath: '/data', size: '1Gi' },
    }),
  );
  const { spec } = platform.find('CronJob', 'nightly');

  expect(spec).toMatchObject({
    schedule: '@hourly',
    timeZone: 'Europe/Zurich',
    concurrencyPolicy: 'Replace',
    startingDeadlineSeconds: 60,
    successfulJobsHistoryLimit: 0,
    failedJobsHistoryLimit: 1,
    suspend: true,
    jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 120 } },
  });
  expect(at(spec!, 'jobTemplate', 'spec', 'template', 'spec', 'priorityClassName')).toBe('platform');
  expect(platform.names('PersistentVolumeClaim')).toEqual(['nightly']);
});

test('what it calls is opened for the pods of its runs', () => {
  const policy = shaped().find('NetworkPolicy', 'nightly');

  expect(at(policy, 'spec', 'egress', 0, 'ports', 0, 'port')).toBe(5432);
});

test.each([
  [
    { schedule: '61 * * * *' },
    "malformed: prod/work: nightly: 'schedule' ('61 * * * *') must be from 0 to 59 in its minute, where it has '61'",
  ],
  [{ schedule: 5 }, "wrong-type: prod/work: nightly: 'schedule' (5) must be a schedule, such as '30 4 * * 1'"],
  ...['Europe/Zuerich', 'Local', 'utc', ''].map(zone => [
    { timeZone: zone },
    `malformed: prod/work: nightly: 'timeZone' ('${zone}') must be a time zone of the IANA database, such as 'Europe/Zurich'`,
  ]),
  [
    { concurrencyPolicy: 'Forbidd' },
    "unknown-name: prod/work: nightly: 'concurrencyPolicy' ('Forbidd') must be one of 'Forbid', 'Replace', 'Allow' (did you mean 'Forbid'?)",
  ],
  [
    { startingDeadline: 5 },
    "out-of-range: prod/work: nightly: 'startingDeadline' (5) must be a whole number from 10 to 604800",
  ],
  [{ deadline: 0 }, "out-of-range: prod/work: nightly: 'deadline' (0) must be a whole number from 1 to 604800"],
  [{ retries: -1 }, "out-of-range: prod/work: nightly: 'retries' (-1) must be a whole number from 0 to 100"],
  [
    { successfulHistory: '1' },
    "wrong-type: prod/work: nightly: 'successfulHistory' ('1') must be a whole number from 0 to 100",
  ],
  [
    { failedHistory: 1.5 },
    "out-of-range: prod/work: nightly: 'failedHistory' (1.5) must be a whole number from 0 to 100",
  ],
  [{ suspended: 'no' }, "wrong-type: prod/work: nightly: 'suspended' ('no') must be true or false"],
  [
    { claim: { mountPath: 'data', size: '1Gi' } },
    "malformed: prod/work: nightly: 'claim.mountPath' ('data') must be a folder of the container other than '/', such as '/var/lib/data'",
  ],
  [
    { claim: { mountPath: '/data', size: '1Gi' }, concurrencyPolicy: 'Allow' },
    "conflict: prod/work: nightly: 'claim' allows one pod only, so 'concurrencyPolicy' ('Allow') must be another",
  ],
] as [object, string][])('%j is refused', (settings, sentence) => {
  expect(saidOf(nightly(settings))).toEqual([sentence]);
});
