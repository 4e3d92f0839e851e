import { play } from './play.ts';

play('Custom resources');
