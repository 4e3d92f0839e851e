type HexDigit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

/**
 * What of a repository is followed: a branch or a tag, fully qualified so that it can mean only one thing, or one exact
 * commit by all of its 40 digits.
 */
export type Revision = `refs/heads/${string}` | `refs/tags/${string}` | `${HexDigit}${HexDigit}${string}`;
