import type { Contract } from '../../model/contract.ts';
import type { Surroundings } from '../../model/surroundings.ts';
import type { Place, UnitRule } from '../rule.ts';
import { servicesOf, surroundingsOf } from '../services.ts';
import { toldTo } from './told.ts';

export const contractKept: UnitRule = {
  id: 'contract-kept',
  why: 'A program that listens on another port than its endpoint, or calls another address than it says, serves nobody.',
  fix: "Tell the program the endpoint's own port or address, or correct the service's 'contracts'.",

  checkUnit: place => {
    const { unit, world } = place;
    const surroundings = surroundingsOf(unit, world);
    if (!surroundings) return [];
    return servicesOf(unit, world).flatMap(([service, { contracts = [] }]) =>
      contracts.flatMap(contract => problemsOf(contract, service, place, surroundings)),
    );
  },
};

function problemsOf(contract: Contract, service: string, place: Place, surroundings: Surroundings): string[] {
  if ('files' in contract) return []; // the rules of that form judge them
  const name = 'listens' in contract ? contract.listens : contract.calls;
  const { unit } = place;
  const endpoint = name.includes('/') ? name : `${unit.component}/${name}`;
  const { host, port } = surroundings.addressOf(endpoint, unit.component);
  if ('always' in contract) {
    if (contract.always === port) return [];
    return [`service '${service}' listens on ${contract.always}, but its endpoint '${endpoint}' has port ${port}`];
  }
  const expected = 'listens' in contract ? String(port) : `${host}:${port}`;
  const told = toldTo(service, contract.told, place);
  if (told.length === 0) {
    return [`service '${service}' is told nothing of endpoint '${endpoint}', it must be '${expected}'`];
  }
  return told
    .filter(value => value !== expected)
    .map(value => `service '${service}' is told '${value}' for endpoint '${endpoint}', which must be '${expected}'`);
}
