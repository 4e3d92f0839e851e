import { sections } from '../fixtures/guide.ts';
import { GuideCheckout } from '../fixtures/guide-checkout.ts';

/** Follows every section of a group of the guide to the letter, and holds what it shows to what comes of it. */
export function play(group: string): void {
  let checkout: GuideCheckout | undefined;
  afterAll(() => checkout?.remove());

  test.each(sections.filter(section => section.group === group).map(section => [section.title, section] as const))(
    '%s',
    (_title, section) => {
      checkout ??= new GuideCheckout();
      expect(checkout.followed(section)).toBe(section.text);
    },
  );
}
