import { play } from './play.ts';

play('What already exists');
