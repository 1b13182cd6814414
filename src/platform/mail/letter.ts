/** The one look of all mail: plain text, and simple HTML that holds without images, scripts or fonts of its own, in light and dark. */

/** Something to do in a letter. */
export interface Act {
  text: string;
  link: string;
  /** Whether the link alone lets somebody act for the person. Nobody sees such a link but those who get the mail. */
  isSecret: boolean;
}

/** What a letter says; every part is text, never markup. */
export interface Letter {
  heading: string;
  paragraphs: readonly string[];
  sections?: readonly { title: string; items: readonly string[] }[];
  /** The one thing to do. */
  act?: Act;
  /** Small print: why this came, and a link to end it. */
  footer?: { text: string; act?: Act };
}

/** Both bodies of a mail, and the secret links in them. */
export interface Bodies {
  text: string;
  html: string;
  secrets: readonly string[];
}

/** A whole mail but for its recipient. */
export interface MailContent extends Bodies {
  subject: string;
}

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/** Some mailboxes drop a stylesheet: light colours stand in the elements, dark ones override them where it is kept. */
const DARK = `
  @media (prefers-color-scheme: dark) {
    .page { background: #0d1620 !important; }
    .card { background: #151f2a !important; border-color: #2d3b48 !important; }
    .strong, .name { color: #e9edf2 !important; }
    .plain { color: #d0d7de !important; }
    .quiet, .quiet a { color: #aab4be !important; }
    .act { background: #80ade0 !important; color: #0a243f !important; }
  }`;

/** Makes both bodies of a mail, and names the secret links in them. */
export function letter(content: Letter): Bodies {
  const lines = inLines(content);
  const secrets = [lines.act, lines.footer?.act].flatMap((act) => (act?.isSecret ? [act.link] : []));
  return { text: asText(lines), html: asHtml(lines), secrets };
}

/** Every part on one line and in its own direction: a name or a title writes no paragraph of its own, and turns nothing around it. */
function inLines({ heading, paragraphs, sections = [], act, footer }: Letter): Letter {
  return {
    heading: oneLine(heading),
    paragraphs: paragraphs.map(oneLine),
    sections: sections.map(({ title, items }) => ({ title: oneLine(title), items: items.map(oneLine) })),
    ...(act && { act }),
    ...(footer && { footer: { ...footer, text: oneLine(footer.text) } }),
  };
}

const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');

function asText({ heading, paragraphs, sections = [], act, footer }: Letter): string {
  const blocks = [
    heading,
    ...paragraphs,
    ...sections.map(({ title, items }) => [title, ...items.map((item) => `  - ${item}`)].join('\n')),
    ...(act ? [`${act.text}: ${act.link}`] : []),
    ...(footer ? [`-- \n${[footer.text, ...(footer.act ? [`${footer.act.text}: ${footer.act.link}`] : [])].join('\n')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function asHtml({ heading, paragraphs, sections = [], act, footer }: Letter): string {
  const plain = 'margin: 0 0 16px; font-size: 16px; line-height: 1.5; color: #253540';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(heading)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin: 0; padding: 24px 12px; background: #f5f7f9; font-family: ${FONT}">
<div style="max-width: 520px; margin: 0 auto">
<p class="name" style="margin: 0 0 12px 4px; font-size: 15px; font-weight: 700; color: #0f365e">Daymark</p>
<div class="card" style="padding: 28px 24px 12px; background: #ffffff; border: 1px solid #dee4e8; border-radius: 12px">
<h1 class="strong" style="margin: 0 0 16px; font-size: 22px; line-height: 1.25; color: #0f365e">${escapeHtml(heading)}</h1>
${paragraphs.map((text) => `<p class="plain" style="${plain}">${escapeHtml(text)}</p>`).join('\n')}
${sections.map(sectionHtml).join('\n')}
${act ? buttonHtml(act) : ''}
</div>
${footer ? footerHtml(footer) : ''}
</div>
</body>
</html>
`;
}

function sectionHtml({ title, items }: { title: string; items: readonly string[] }): string {
  const lines = items.map((item) => `<li style="margin: 0 0 6px">${escapeHtml(item)}</li>`).join('');
  return `<h2 class="strong" style="margin: 0 0 8px; font-size: 16px; color: #0f365e">${escapeHtml(title)}</h2>
<ul class="plain" style="margin: 0 0 20px; padding: 0 0 0 20px; font-size: 16px; line-height: 1.5; color: #253540">${lines}</ul>`;
}

function buttonHtml({ text, link }: Act): string {
  const look =
    'display: inline-block; padding: 12px 20px; border-radius: 8px; background: #1a4a7c; color: #ffffff; font-size: 16px; font-weight: 600; text-decoration: none';
  return `<p style="margin: 8px 0 20px"><a class="act" href="${escapeHtml(link)}" style="${look}">${escapeHtml(text)}</a></p>`;
}

function footerHtml({ text, act }: NonNullable<Letter['footer']>): string {
  const link = act ? ` <a href="${escapeHtml(act.link)}" style="color: #5e6b74">${escapeHtml(act.text)}</a>` : '';
  return `<p class="quiet" style="margin: 16px 4px; font-size: 13px; line-height: 1.5; color: #5e6b74">${escapeHtml(text)}${link}</p>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as HTML has it. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
