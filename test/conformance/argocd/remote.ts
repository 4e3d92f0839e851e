import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../processes/execute.ts';
import { copyWith } from './copy.ts';
import type { Replacements } from './copy.ts';

/** The repository that Argo CD follows: a bare one, and a checkout in which commits are made. */
export class Remote {
  readonly url: string;
  readonly checkout: string;

  /** The commit that was pushed last. */
  commit = '';

  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.url = `file://${join(folder, 'remote.git')}`;
    this.checkout = join(folder, 'checkout');
  }

  async init(): Promise<void> {
    mkdirSync(this.checkout, { recursive: true });
    await execute('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(this.folder, 'remote.git')]);
    await this.git('init', '--quiet', '--initial-branch=main');
    await this.git('remote', 'add', 'origin', this.url);
  }

  /** Makes `dist/` of the checkout a copy of another, addresses apart. Returns how many lines are other. */
  take(dist: string, replacements: Replacements): number {
    const own = join(this.checkout, 'dist');
    rmSync(own, { recursive: true, force: true });
    return copyWith(replacements, dist, own);
  }

  /** Commits whatever the checkout has now, and pushes it. */
  async push(message: string): Promise<void> {
    await this.git('add', '--all', 'dist'); // what a person leaves beside it is nobody's business
    await this.git('commit', '--quiet', '--allow-empty', '-m', message);
    await this.git('push', '--quiet', 'origin', 'main');
    this.commit = (await this.git('rev-parse', 'HEAD')).trim();
  }

  /** Brings `dist/` of the checkout back to what an earlier commit has. */
  async restore(commit: string): Promise<void> {
    await this.git('rm', '-r', '--quiet', '--cached', 'dist');
    rmSync(join(this.checkout, 'dist'), { recursive: true, force: true });
    await this.git('checkout', commit, '--', 'dist');
  }

  private git(...args: readonly string[]): Promise<string> {
    // The person's own settings, hooks and signing keys have no say here.
    const identity = { GIT_AUTHOR_NAME: 'conformance', GIT_AUTHOR_EMAIL: 'conformance@example.invalid' };
    return execute('git', ['-C', this.checkout, ...args], {
      env: {
        ...process.env,
        ...identity,
        GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
        GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
  }
}
