import { portNameOf } from '../endpoint.ts';
import { grouped } from '../grouped.ts';
import type { Mistake } from '../mistake.ts';
import type { Offer } from '../offer.ts';
import type { Platform } from '../platform.ts';
import type { Service } from '../service.ts';
import { mistakesIn } from './form.ts';
import { forms } from './forms.ts';
import { duplicateProblems, nameProblems } from './names.ts';
import { throughProblems } from './through-problems.ts';

/** Mistakes in what services offer. */
export function offerProblems({ components }: Platform): Mistake[] {
  return Object.entries(components).flatMap(([component, { services }]) => {
    const names = Object.values(services).flatMap(({ offers = {} }) => Object.keys(offers));
    return [
      ...duplicateProblems(`component '${component}': endpoint`, names),
      ...Object.entries(services).flatMap(([name, service]) => serviceProblems(`${component}/${name}`, service)),
      ...throughProblems(component, services),
    ];
  });
}

function serviceProblems(service: string, { offers = {} }: Service): Mistake[] {
  const where = `service '${service}'`;
  const rows = Object.entries(offers);
  // The container may open a port for several Services, each of which has it once.
  const opened = new Map(rows.map(([, offer]) => [`${String(offer.port)} ${portNameOf(offer)}`, offer]));
  return [
    ...[...grouped(rows, ([, { through }]) => through?.name ?? '').values()].flatMap(ofOne =>
      duplicateProblems(
        `${where}: port`,
        ofOne.map(([, { port }]) => String(port)),
      ),
    ),
    ...duplicateProblems(`${where}: port name`, [...opened.values()].map(portNameOf)),
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
