import Table from 'cli-table3';
import pico from 'picocolors';

/** A table without lines: columns of texts, then columns of numbers. */
export function borderless(texts: readonly string[], numbers: readonly string[]): InstanceType<typeof Table> {
  return new Table({
    head: [...texts, ...numbers],
    colAligns: [...texts.map(() => 'left' as const), ...numbers.map(() => 'right' as const)],
    chars: none,
    style: { 'head': pico.isColorSupported ? ['bold'] : [], 'border': [], 'padding-left': 0, 'padding-right': 2 },
  });
}

const none = {
  'top': '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  'bottom': '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  'left': '',
  'left-mid': '',
  'mid': '',
  'mid-mid': '',
  'right': '',
  'right-mid': '',
  'middle': '',
};
