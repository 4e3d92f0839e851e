// Follows the guide, and writes into it what comes of each section: `npm run how-to`, or with titles, those only.
import { readFileSync, writeFileSync } from 'node:fs';
import { guidePath, sections } from '../fixtures/guide.ts';
import { GuideCheckout } from '../fixtures/guide-checkout.ts';

const [, , ...titles] = process.argv;
const unknown = titles.filter(title => sections.every(section => section.title !== title));
const wanted = sections.filter(({ title }) => titles.length === 0 || titles.includes(title));
if (unknown.length > 0) throw new Error(`'${unknown.join("', '")}': must be titles of sections of docs/how-to.md`);

const checkout = new GuideCheckout();
try {
  for (const section of wanted) {
    console.log(section.title);
    const text = checkout.followed(section);
    writeFileSync(
      guidePath,
      readFileSync(guidePath, 'utf8').replace(section.text, () => text),
    );
  }
} finally {
  checkout.remove();
}
