import { missingFigures } from './figures.ts';

const labels = 'issuer_group="g",issuer_kind="k",issuer_name="i",name="n",namespace="s"';
const text = [
  '# HELP certmanager_certificate_ready_status Whether it is ready.',
  `certmanager_certificate_expiration_timestamp_seconds{${labels}} 1.8e+09`,
  `certmanager_certificate_ready_status{condition="True",${labels}} 1`,
  '',
].join('\n');

test('figures that alerts read are found with all of their labels', () => {
  expect(missingFigures(text)).toEqual([]);
});

test('one that is gone, or has lost a label, is missing', () => {
  expect(missingFigures(text.replace('condition="True",', ''))).toEqual(['certmanager_certificate_ready_status']);
  expect(missingFigures(text.replaceAll('_expiration_', '_not_after_'))).toEqual([
    'certmanager_certificate_expiration_timestamp_seconds',
  ]);
});
