import { letter, type MailContent } from '../platform/mail/letter.js';

export interface RenewedLevel {
  name: string;
  /** Title of the level. */
  level: string;
  release: number;
  /** What changed in it, a sentence each. */
  changes: readonly string[];
  /** The page that shows the same, and the page that ends mail like this. */
  links: { today: string; unsubscribe: string };
}

/** More than this is for the page. */
const MOST_CHANGES = 12;

/** The mail that a level was renewed under a learner's feet: what changed, and that nothing of theirs is lost. */
export function releaseMail({ name, level, release, changes, links }: RenewedLevel): MailContent {
  const more = changes.length - MOST_CHANGES;
  return {
    subject: `${level} was renewed`,
    ...letter({
      heading: `${level} was renewed`,
      paragraphs: [`${name}, you are on release ${release} now. Everything you logged is still there, and your plan follows by itself.`],
      sections: [{ title: 'What changed for you', items: [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [`and ${more} more, on Today`] : [])] }],
      act: { text: 'Open Today', link: links.today, isSecret: false },
      footer: {
        text: 'You get this once, because you prepare for this level.',
        act: { text: 'No more mail like this, and no reminders', link: links.unsubscribe, isSecret: true },
      },
    }),
  };
}
