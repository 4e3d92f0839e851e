import { play } from './play.ts';

play('Sizes');
