import { play } from './play.ts';

play('Helm charts');
