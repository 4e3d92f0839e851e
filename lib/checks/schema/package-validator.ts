import type { Kind } from '../../kinds/kind.ts';
import type { Manifest } from '../../model/manifest.ts';
import { KnownFields } from './known-fields.ts';
import { Recording } from './recording.ts';
import { sentences } from './sentences.ts';
import type { SchemaError } from './sentences.ts';
import { judgeUnmodelled } from './unmodelled-fields.ts';

/** A class of a kubernetes-models package. Its compiled validator reads `this`, and throws what it found. */
export interface Model {
  readonly kind?: string;
  readonly prototype: { validate(this: unknown): void };
}

/** Judges the objects of one kind by its package's model, unknown fields included. */
export class PackageValidator {
  private readonly model: Model;

  // Watching a validator takes twenty times as long as running it, so what was seen once is kept.
  private readonly fields = new KnownFields();

  private readonly unmodelled: Kind['unmodelled'];

  constructor(model: Model, unmodelled: Kind['unmodelled']) {
    this.model = model;
    this.unmodelled = unmodelled;
  }

  /** What is wrong with an object: a sentence for each value at fault. */
  problemsOf(manifest: Manifest): string[] {
    const { rest, problems } = judgeUnmodelled(manifest, this.unmodelled);
    return [...problems, ...this.problemsOfKnown(rest)];
  }

  private problemsOfKnown(manifest: Manifest): string[] {
    const errors = this.errorsOf(manifest);
    if (errors.length > 0) return [...sentences(errors, manifest), ...this.watch(manifest, new KnownFields())];
    return this.fields.problemsOf(manifest) ?? this.watch(manifest, this.fields);
  }

  private watch(manifest: Manifest, fields: KnownFields): string[] {
    const recording = new Recording(manifest);
    this.errorsOf(recording.root);
    fields.learn(manifest, recording);
    return fields.problemsOf(manifest) ?? [];
  }

  private errorsOf(data: unknown): readonly SchemaError[] {
    try {
      this.model.prototype.validate.call(data);
      return [];
    } catch (error) {
      const { errors } = error as { readonly errors?: readonly SchemaError[] };
      if (!errors) throw error;
      return errors;
    }
  }
}
