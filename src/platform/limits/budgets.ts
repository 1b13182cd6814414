import type { Config } from '../config/config.js';
import type { Budget } from './counters.js';

/** A class or an office shares one network address: together they may do as much as this many people. */
const PEOPLE_AT_ONE_ADDRESS = 20;
/** Checking a password takes a core about 65 ms, so the default keeps three cores busy. More would slow down everyone who is signed in. */
const SIGN_INS_AT_ALL = 300;
const MAILS_AT_ALL = 400;
/** Each registration sends a mail to an address that anybody can type. A class registers within an hour. */
const REGISTRATIONS_AT_ONE_ADDRESS = 10;

export type Budgets = ReturnType<typeof budgetsOf>;

/** What is counted by the minute or the hour (docs/limits.md). Guesses of a password are counted by account besides (attempts.ts). */
export function budgetsOf(config: Config) {
  const { DAYMARK_SIGN_IN_PER_MINUTE: signIns, DAYMARK_WRITES_PER_MINUTE: writes, DAYMARK_PASSWORD_RESETS_PER_HOUR: resets } = config;
  return {
    signInsOfAddress: perMinute('sign-ins-of-address', signIns * PEOPLE_AT_ONE_ADDRESS),
    signInsOfBrowser: perMinute('sign-ins-of-browser', signIns),
    signInsOfAll: perMinute('sign-ins-of-all', signIns * SIGN_INS_AT_ALL),
    signInsOfKnownBrowsers: perMinute('sign-ins-of-known-browsers', signIns * SIGN_INS_AT_ALL),
    mailsOfAddress: perHour('mails-of-address', resets * PEOPLE_AT_ONE_ADDRESS),
    mailsOfAll: perHour('mails-of-all', resets * MAILS_AT_ALL),
    registrationsOfAddress: perHour('registrations-of-address', signIns * REGISTRATIONS_AT_ONE_ADDRESS),
    registrationsOfAll: perHour('registrations-of-all', signIns * SIGN_INS_AT_ALL),
    writesOfAddress: perMinute('writes-of-address', writes * PEOPLE_AT_ONE_ADDRESS),
    writesOfPerson: perMinute('writes-of-person', writes),
  };
}

const perMinute = (name: string, max: number): Budget => ({ name, max, seconds: 60 });
const perHour = (name: string, max: number): Budget => ({ name, max, seconds: 3_600 });
