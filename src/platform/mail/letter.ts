/** What a mail of Daymark says; everything in it is plain text. */
export interface Letter {
  heading: string;
  paragraphs: readonly string[];
  /** Rows of a small list, such as what is planned. */
  list?: readonly { title: string; detail: string }[];
  act?: { text: string; link: string };
  /** Below a line: why this came, and how to stop it. */
  footer?: { text: string; link: string };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The same letter as plain text and as HTML. Mail readers know no style sheets, so the few styles stand inline. */
export const letter = (parts: Letter): { text: string; html: string } => ({ text: asText(parts), html: asHtml(parts) });

function asText({ heading, paragraphs, list = [], act, footer }: Letter): string {
  const rows = list.map(({ title, detail }) => `- ${title} (${detail})`).join('\n');
  const parts = [heading, ...paragraphs, rows, act && `${act.text}: ${act.link}`, footer && `--\n${footer.text}: ${footer.link}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function asHtml({ heading, paragraphs, list = [], act, footer }: Letter): string {
  const rows = list.map(({ title, detail }) => `<li style="margin:0 0 8px"><b>${escape(title)}</b><br><span style="opacity:.75">${escape(detail)}</span></li>`).join('');
  const parts = [
    `<h1 style="font-size:22px;line-height:1.2;margin:0 0 16px">${escape(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 12px">${escape(paragraph)}</p>`),
    rows && `<ul style="padding-left:20px;margin:0 0 16px">${rows}</ul>`,
    act &&
      `<p style="margin:24px 0"><a href="${escape(act.link)}" style="background:#0f365e;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escape(act.text)}</a></p>`,
    footer && `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #cbd3d9;font-size:14px"><a href="${escape(footer.link)}">${escape(footer.text)}</a></p>`,
  ];
  const body = parts.filter(Boolean).join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>\n<body style="font:16px/1.5 system-ui,sans-serif;max-width:560px;margin:0 auto;padding:24px">\n${body}\n</body></html>\n`;
}
