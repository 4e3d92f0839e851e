import { makeRunGroup } from './world/control-groups.ts';
makeRunGroup('live-try');
