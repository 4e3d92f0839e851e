import { play } from './play.ts';

play('Removing and renaming');
