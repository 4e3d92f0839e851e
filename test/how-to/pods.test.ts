import { play } from './play.ts';

play('Pods');
