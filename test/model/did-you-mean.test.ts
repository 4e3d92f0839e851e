import { listed, nearest } from '../../lib/model/input/did-you-mean.ts';

const names = ['mlflow', 'monitoring', 'edge-models', 'gcp'];

test.each([
  ['a letter too many', 'mlfflow', 'mlflow'],
  ['a letter left out', 'mlfow', 'mlflow'],
  ['a wrong letter', 'mlflaw', 'mlflow'],
  ['two letters the wrong way round', 'gpc', 'gcp'],
  ['capitals', 'MLFLOW', 'mlflow'],
  ['three slips in a long name', 'edg-modls-', 'edge-models'],
])('%s is seen through', (_title, written, meant) => {
  expect(nearest(names, written)).toBe(meant);
});

test.each([['kafka'], ['g'], [''], ['monitor-all']])("'%s' is another word", written => {
  expect(nearest(names, written)).toBeUndefined();
});

test('the nearest of several is the one', () => {
  expect(nearest(['shop-a', 'shops', 'shoe'], 'shop')).toBe('shops');
});

test('names are listed with the one that was meant', () => {
  expect(listed(names, 'gpc')).toBe("'mlflow', 'monitoring', 'edge-models', 'gcp' (did you mean 'gcp'?)");
  expect(listed([], 'gpc')).toBe('none');
});
