import { basename } from 'node:path';

/**
 * Whether a file is one that desktops and editors leave behind of themselves: the notes of file managers, copies and
 * swap files of editors. Such a file is nobody's work, git ignores most of them, and none is ever a reason to stop.
 */
export function isLitter(path: string): boolean {
  return litter.some(pattern => pattern.test(basename(path)));
}

const litter: readonly RegExp[] = [
  /^\.DS_Store$/, // Finder
  /^\._/, // macOS, on disks that cannot keep what its own can
  /^(eh)?thumbs\.db$/i, // Explorer
  /^desktop\.ini$/i, // Explorer
  /^\.directory$/, // Dolphin
  /~$/, // the text before the last save, of Emacs, Vim, Kate and others
  /^\..+\.sw[a-p]$/, // Vim: text that is not saved yet
  /^\..+\.kate-swp$/, // Kate: the same
  /^#.+#$/, // Emacs: the same
];
