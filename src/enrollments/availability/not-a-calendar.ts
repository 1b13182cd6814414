/** What a file is that is no calendar, and what to do about it. */
const AGAIN = 'Export the calendar as an .ics file and choose that file.';

export function notACalendar(bytes: Uint8Array, text: string): string {
  const begin = text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begin === '') return `This file is empty. ${AGAIN}`;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return 'This is a ZIP archive or an office document, not a calendar. If it’s an archive, unpack it and choose the .ics file in it.';
  if (/^<(!doctype|html|head|body|\?xml)/i.test(begin))
    return 'This is a web page, not a calendar. Perhaps the download asked you to sign in first. Download the .ics file again.';
  if (/^BEGIN:VCARD/i.test(begin)) return `This file holds contacts, not a calendar. ${AGAIN}`;
  if (/^BEGIN:V(EVENT|TODO|TIMEZONE)/i.test(begin)) return `This file holds only a part of a calendar: its first line, BEGIN:VCALENDAR, is missing. ${AGAIN}`;
  return `This isn’t a calendar: the file doesn’t start with BEGIN:VCALENDAR. ${AGAIN}`;
}
