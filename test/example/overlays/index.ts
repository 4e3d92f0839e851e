import { dev } from './dev.ts';
import { prod } from './prod.ts';

/** Every environment. WHERE A NEW ENVIRONMENT GOES: a file beside this one, and one word here. */
export const environments = [dev, prod];
