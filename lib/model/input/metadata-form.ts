import type { ObjectMetadata } from '../metadata.ts';
import { fields, map } from './collections.ts';
import { optional } from './form.ts';
import { annotationValue, labelValue, ownKey } from './label-forms.ts';

/** What labels and annotations that people add must be like. */
export const metadataForm = fields<ObjectMetadata>({
  labels: optional(map(labelValue, ownKey)),
  annotations: optional(map(annotationValue, ownKey)),
});
