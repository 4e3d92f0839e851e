import { portNameOf } from '../endpoint.ts';
import type { Mistake } from '../mistake.ts';
import type { Offer } from '../offer.ts';
import type { Platform } from '../platform.ts';
import type { Service } from '../service.ts';
import { mistakesIn } from './form.ts';
import { forms } from './forms.ts';
import { duplicateProblems, nameProblems } from './names.ts';

/** Mistakes in what services offer. */
export function offerProblems({ components }: Platform): Mistake[] {
  return Object.entries(components).flatMap(([component, { services }]) => {
    const names = Object.values(services).flatMap(({ offers = {} }) => Object.keys(offers));
    return [
      ...duplicateProblems(`component '${component}': endpoint`, names),
      ...Object.entries(services).flatMap(([name, service]) => serviceProblems(`${component}/${name}`, service)),
    ];
  });
}

function serviceProblems(service: string, { offers = {} }: Service): Mistake[] {
  const where = `service '${service}'`;
  const rows = Object.entries(offers);
  return [
    ...duplicateProblems(
      `${where}: port`,
      rows.map(([, { port }]) => String(port)),
    ),
    ...duplicateProblems(
      `${where}: port name`,
      rows.map(([, offer]) => portNameOf(offer)),
    ),
    ...rows.flatMap(([name, offer]) => [
      ...nameProblems(`${where}: endpoint`, name),
      ...portProblems(`${where}: endpoint '${name}'`, offer),
    ]),
  ];
}

function portProblems(where: string, offer: Offer): Mistake[] {
  return [
    ...mistakesIn(where, forms.port, offer.port, 'port'),
    ...nameProblems(`${where}: port name`, portNameOf(offer), 15),
  ];
}
