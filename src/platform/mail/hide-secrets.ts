import { escapeHtml } from './letter.js';

/** Stands in a message where a secret link was. */
export const LINK_HIDDEN = '[Link hidden]';

/** The bodies of a mail without its secret links, as admins may read them. In HTML, the text of a link stays. */
export function hideSecrets<Bodies extends { text: string; html: string }>(bodies: Bodies, secrets: readonly string[]): Bodies {
  return { ...bodies, text: hiddenIn(bodies.text, secrets), html: secrets.reduce(hiddenInHtml, bodies.html) };
}

/** A text of any kind without the secrets, such as what a mail server answered. */
export const hiddenIn = (text: string, secrets: readonly string[]): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, LINK_HIDDEN), text);

function hiddenInHtml(html: string, secret: string): string {
  const link = new RegExp(`<a\\b[^>]*href="${quoted(escapeHtml(secret))}"[^>]*>(.*?)</a>`, 'gs');
  return hiddenIn(
    html.replaceAll(link, (_, label: string) => `<span>${label} ${LINK_HIDDEN}</span>`),
    [escapeHtml(secret), secret],
  );
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
