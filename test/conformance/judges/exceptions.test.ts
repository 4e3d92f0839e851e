import { exceptions, unexplained, unused } from './exceptions.ts';

const explained = {
  judge: 'kube-score',
  check: 'service-type',
  object: 'Service/shop/shop-nodeport',
  text: 'is a NodePort',
};
const other = { ...explained, object: 'Service/shop/shop' };

test('a finding needs an exception for its own object', () => {
  expect(unexplained([explained, other])).toEqual(['Service/shop/shop: service-type: is a NodePort']);
});

test('an exception that explains nothing of its judge is named', () => {
  const rest = unused('kube-score', [explained]);

  expect(rest).toHaveLength(exceptions.filter(({ judge }) => judge === 'kube-score').length - 1);
  expect(rest.join()).not.toContain('service-type');
});

test('every exception says why, in a line of its own', () => {
  for (const { check, reason } of exceptions) expect([check, reason.length > 20]).toEqual([check, true]);
});
