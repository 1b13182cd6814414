/** What the headers of study tables mean, in the languages that exports are written in. */
import { unitOfWord } from '../../../platform/time/duration-text.contract.js';
import type { ColumnRole, DurationUnit } from '../study-imports.contract.js';
import { normalForm } from '../../../platform/text/normal-text.contract.js';

export interface HeaderMeaning {
  role: ColumnRole;
  /** Whether the whole header is a known name, and not only one word of it. */
  isExact: boolean;
  /** Place among the names of its role: of several columns that could have a role, the lowest gets it. */
  rank: number;
  /** "Time" may be a time of day. */
  isWeak: boolean;
  /** How the header says to read bare numbers and 1:30. */
  unit: DurationUnit | null;
  clock: 'h:mm' | 'm:ss' | null;
}

/** Folded as `foldedHeader` does. The most telling first. */
const NAMES: Readonly<Record<Exclude<ColumnRole, 'ignored'>, string>> = {
  date:
    'date|day|studied on|study date|start date|date started|work date|entry date|log date|session date|spent on|spent date|timestamp|when|' +
    'datum|tag|startdatum|beginndatum|start datum|lerntag|zeitstempel|fecha|dia|fecha de inicio|fecha inicio|fecha inicial|marca temporal|marca de tiempo|' +
    'jour|date de debut|date debut|horodateur|horodatage|data|giorno|data inizio|data di inizio|data de inicio|data inicial|dag|begindatum|dato|startdato|' +
    'dzien|data rozpoczecia|tarih|paivamaara|pvm|дата|день|日付|日期|날짜|開始日|开始日期|開始日期|시작일|시작 날짜|学習日|勉強日|実施日|학습일|التاريخ|تاريخ|اليوم|תאריך|तारीख|दिनांक|ημερομηνια',
  start:
    'start|start time|started|started at|start at|time started|begin|begin time|begins|beginning|began|from|from time|time from|time in|clock in|check in|' +
    'von|beginn|anfang|startzeit|start zeit|anfangszeit|beginnzeit|uhrzeit von|uhrzeit|gestartet|time of day|' +
    'de|debut|heure de debut|heure debut|du|heure|inicio|hora de inicio|hora inicio|hora inicial|desde|hora|comienzo|inizio|ora inizio|ora di inizio|dalle|ora|' +
    'van|starttijd|begintijd|begin tijd|starttid|start tid|fra|od|rozpoczecie|baslangic|начало|開始|開始時間|開始時刻|开始|开始时间|開始于|시작|시작 시간|시작 시각',
  end:
    'end|end time|ended|ended at|end at|time ended|finish|finished|finish time|to|to time|time to|until|till|stop|stop time|stopped|stopped at|time out|' +
    'clock out|check out|bis|ende|endzeit|end zeit|stopp|uhrzeit bis|beendet|fin|heure de fin|heure fin|au|hora de fin|hora fin|hora final|hasta|fine|' +
    'ora fine|ora di fine|alle|fim|hora de fim|ate|tot|eindtijd|einde|slut|sluttid|til|do|zakonczenie|bitis|конец|終了|終了時間|終了時刻|结束|结束时间|結束時間|종료|종료 시간|종료 시각|hora de finalizacion|hora finalizacion',
  duration:
    'minutes|min|mins|minuten|minutos|minuti|duration|dauer|duree|duracion|durata|duracao|duur|varighet|varaktighed|varaktighet|czas trwania|sure|kesto|' +
    'длительность|所要時間|学習時間|勉強時間|作業時間|期間|経過時間|分|分数|时长|時長|持续时间|学习时间|분|소요 시간|공부 시간|학습 시간|기간|시간|المدة|مدة|الدقائق|دقائق|الساعات|משך|דקות|अवधि|διαρκεια|duration minutes|minutes studied|study minutes|total minutes|hours|stunden|heures|horas|ore|uren|timer|timmar|hours worked|' +
    'hours studied|study hours|total hours|seconds|sekunden|secondes|segundos|secondi|std|hrs|h|sec|secs|time spent|spent time|time worked|worked|' +
    'worked time|work time|working time|study time|studied|length|elapsed|elapsed time|logged|logged time|time logged|tracked|tracked time|time tracked|' +
    'total duration|total time|focus time|focused time|session length|lernzeit|lerndauer|gesamtdauer|arbeitszeit|zeitaufwand|aufwand|temps passe|' +
    'temps de travail|temps total|tiempo dedicado|tiempo total|tiempo de estudio|tempo totale|tempo gasto|tempo total|tijdsduur|time|zeit|temps|tiempo|tempo|tijd|tid|czas|zaman|время|時間',
  skill:
    'skill|topic|subject|competency|thema|fach|themengebiet|fahigkeit|lernthema|competence|sujet|matiere|theme|habilidad|tema|asignatura|materia|competencia|' +
    'argomento|competenza|onderwerp|vak|vaardigheid|amne|emne|temat|przedmiot|konu|тема|科目|教科|スキル|トピック|科目名|技能|主题|과목|주제',
  project: 'project|project name|projekt|projektname|projet|proyecto|progetto|projeto|prosjekt|proje|проект|プロジェクト|项目|프로젝트',
  kind: 'kind|type|activity|activity type|art|typ|aktivitat|tatigkeit|activite|actividad|attivita|atividade|activiteit|aktivitet',
  recall: 'recall|how it went|rating',
  note:
    'note|notes|comment|comments|description|title|titles|details|remark|remarks|memo|session notes|what did you study|what i did|what|task|task name|tasks|' +
    'notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|beschreibung|titel|inhalt|aufgabe|remarque|remarques|commentaire|commentaires|titre|tache|' +
    'nota|notas|comentario|comentarios|descripcion|titulo|tarea|note e commenti|commento|commenti|descrizione|titolo|descricao|tarefa|omschrijving|' +
    'opmerking|opmerkingen|beschrijving|beskrivelse|beskrivning|anteckning|notat|opis|notatka|aciklama|заметка|описание|комментарий|メモ|備考|内容|説明|コメント|タスク|备注|描述|说明|메모|내용|설명|비고|observacoes|observaciones|observations|ملاحظة|ملاحظات|الوصف|הערה|הערות|תיאור|टिप्पणी|σημειωσεις',
};
const WEAK = new Set('time|zeit|temps|tiempo|tempo|tijd|tid|czas|zaman|время|時間'.split('|'));

interface Known {
  role: ColumnRole;
  rank: number;
}
const KNOWN: ReadonlyMap<string, Known> = new Map(
  Object.entries(NAMES)
    .flatMap(([role, names]) => names.split('|').map((name, rank): [string, Known] => [name, { role: role as ColumnRole, rank }]))
    .reverse(),
);
/** Words that are enough in a longer header. The first match counts. */
const PARTS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'ignored',
    /\b(?:rate|amount|price|cost|billable|billed|eur|usd|betrag|preis|satz|stundensatz|tarif|prix|montant|precio|importe|created?|creation|updated?|modified|due|id|number|email|count)\b/,
  ],
  ['ignored', /\b(?:end|stop|finish|bis|ende|fin|hasta)(?: ?date| ?datum)\b|\benddatum\b|\bdate de fin\b|\bfecha de fin(?:alizacion)?\b/],
  ['start', /\b(?:start|begin|started)\b.*\b(?:time|zeit|at)\b/],
  ['end', /\b(?:end|stop|finish)\b.*\b(?:time|zeit|at)\b/],
  [
    'duration',
    /\b(?:duration|dauer|duree|duracion|minutes|minuten|minutos|hours|stunden|heures|horas|seconds|sekunden|mins?)\b|\b(?:time|zeit) in (?:h|min|s)\b/,
  ],
  ['date', /\b(?:date|datum|fecha)\b/],
  ['note', /\b(?:notes?|comments?|notiz(?:en)?|description|beschreibung|what did you|what i did)\b/],
];

/** A header as the lists above have it: lower case, no accents, words with single blanks; what stands in brackets is set apart. */
export function foldedHeader(header: string): { name: string; extra: string } {
  const words = normalForm(header, 'NFKC').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const text = normalForm(words.toLowerCase(), 'NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss');
  const extra = [...text.matchAll(/[([]([^)\]]*)[)\]]/g)].map(([, inside = '']) => inside).join(' ');
  const bare = text.replaceAll(/[([][^)\]]*[)\]]/g, ' ');
  // NFKD separates Japanese marks and the breve of й from their letters. NFC joins them again.
  return {
    name: normalForm(bare, 'NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
    extra: normalForm(extra, 'NFC').trim(),
  };
}

/** What a header says about its column. Null if the header is not known. */
export function meaningOf(header: string): HeaderMeaning | null {
  const { name, extra } = foldedHeader(header);
  const exact = KNOWN.get(name) ?? KNOWN.get(name.replace(/^(?:total|time|my) /, ''));
  if (exact) return { ...exact, isExact: true, isWeak: WEAK.has(name), ...unitIn(name, extra) };
  const [role] = PARTS.find(([, words]) => words.test(name)) ?? [];
  if (role === undefined) return null;
  return { role, isExact: false, rank: 1_000, isWeak: false, ...unitIn(name, extra) };
}

/** The unit that a header names: "Duration (h)", "Dauer [Min.]", "duration in seconds", "Duration (decimal)", "Time (hh:mm)". */
function unitIn(name: string, extra: string): Pick<HeaderMeaning, 'unit' | 'clock'> {
  const form = `${extra} ${name}`;
  if (/\bh+ ?:? ?m+/.test(form)) return { unit: null, clock: 'h:mm' };
  if (/\bm+ ?:? ?s+\b/.test(form) && !/\bms\b/.test(form)) return { unit: null, clock: 'm:ss' };
  if (/\b(?:decimal|dezimal|industrial|industrie)/.test(form)) return { unit: 'hours', clock: null };
  const words = name.split(' ').filter((word, i, all) => (word.length > 1 || word === name || all[i - 1] === 'in') && !TIMES_OF_DAY.has(word));
  const units = [...extra.split(/[^\p{L}']+/u), ...words].map(unitOfWord);
  const unit = UNITS[units.find((each) => each !== undefined) ?? 'none'];
  return { unit, clock: unit === 'hours' ? 'h:mm' : null };
}
/** Words for an hour in one language that mean the time of day, or just time, in a header. */
const TIMES_OF_DAY = new Set(['time', 'tim', 'hora', 'ora', 'heure', 'saat', 'uur', '時間', '시간']);
const UNITS = { h: 'hours', min: 'minutes', s: 'seconds', ms: 'milliseconds', none: null } as const;
