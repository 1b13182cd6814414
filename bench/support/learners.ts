/** Learners made through the API, as a benchmark's load needs them. */
import { requestOf, type Answer, type Endpoint, type Sent } from '../../src/platform/http/endpoint.contract.js';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { register, signIn } from '../../src/users/users.contract.js';
import { makeAdmin } from './many-enrollments.js';

export interface BenchLearner {
  id: string;
  token: string;
  enrollmentId: string;
  skillIds: string[];
}

const availability = { monday: 60, tuesday: 60, wednesday: 60, thursday: 60, friday: 60, saturday: 90, sunday: 0 };

export async function ask<E extends Endpoint>(url: string, endpoint: E, sent: Sent<E>, token?: string): Promise<Answer<E>> {
  const { path, init } = requestOf(endpoint, sent);
  const response = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) } });
  if (!response.ok) throw new Error(`${endpoint.method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer<E>;
}

/** In the first level of a certification, with so many days to the exam. */
export async function makeLearners(url: string, count: number, { slug = 'certified-mlops-engineer', days = 60 } = {}): Promise<BenchLearner[]> {
  const { levels } = await ask(url, readCertification, { params: { slug } });
  const level = levels[0];
  if (!level) throw new Error(`The certification ${slug} has no level`);
  const examOn = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const learners: BenchLearner[] = [];
  for (let n = 0; n < count; n++) {
    const body = { email: `bench-${n}@harbour.example`, password: 'measuring is knowing', name: `Learner ${n}`, timeZone: 'UTC' };
    const { accessToken: token, account } = await ask(url, register, { body });
    const { id } = await ask(url, enroll, { body: { levelId: level.id, examOn, availability } }, token);
    learners.push({ id: account.id, token, enrollmentId: id, skillIds: level.skills.map((skill) => skill.id) });
  }
  return learners;
}

/** The token of somebody who is made an admin. */
export async function adminOf(databaseUrl: string, url: string): Promise<string> {
  const who = { email: 'admin@harbour.example', password: 'measuring is knowing' };
  const { account } = await ask(url, register, { body: { ...who, name: 'Admin', timeZone: 'UTC' } });
  await makeAdmin(databaseUrl, account.id);
  return (await ask(url, signIn, { body: who })).accessToken;
}

/** A date so many days ago, UTC. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
