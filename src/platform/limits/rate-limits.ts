import { normalizeIP } from '@fastify/rate-limit';
import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { NOTHING, type Endpoint } from '../http/endpoint.contract.js';
import { declaredEndpoint } from '../http/route.js';
import { budgetsOf, type Budgets } from './budgets.js';
import { countersOf, type Budget, type Counter, type Counters } from './counters.js';
import { KnownBrowsers } from './known-browsers.js';
import { tooMany } from './too-many.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const EVERYBODY = 'everybody';
const A_LOT = 'Too many requests.';

/**
 * Rate limits per network address and per person. Reads are not limited. The key is an address or a person whose token was checked, never an
 * unchecked claim of the request.
 */
@Injectable()
export class RateLimits {
  private readonly budgets: Budgets;
  private counters: Counters | undefined;

  constructor(
    private readonly browsers: KnownBrowsers,
    @Inject(CONFIG) config: Config,
  ) {
    this.budgets = budgetsOf(config);
  }

  /** Counts every write by its address before the body is read. Await this before any route is registered. */
  async watch(app: NestFastifyApplication, redisUrl: string | undefined): Promise<void> {
    this.counters = await countersOf(app, redisUrl);
    const http = app.getHttpAdapter().getInstance();
    http.addHook('onRequest', async (request) => {
      if (READING.has(request.method)) return;
      const endpoint = declaredEndpoint(request.method, request.routeOptions.url ?? '');
      if (endpoint) await this.countByAddress(endpoint, request);
    });
  }

  /** Counts a write of a person whose token was checked. */
  async countByPerson({ method }: { method: string }, personId: string): Promise<void> {
    if (!READING.has(method)) await this.count(this.counters?.shared, this.budgets.writesOfPerson, personId);
  }

  private async countByAddress(endpoint: Endpoint, request: FastifyRequest): Promise<void> {
    const { budgets, counters } = this;
    const address = normalizeIP(request.ip);
    // Signed-in people are counted after their token is checked. Until then, this cheap count stops a flood.
    if (endpoint.allow !== 'public') return this.count(counters?.local, budgets.writesOfAddress, address);
    if (endpoint.body === NOTHING) return this.count(counters?.shared, budgets.writesOfAddress, address);
    await this.count(counters?.shared, budgets.signInsOfAddress, address, 'Too many sign-ins from this network.');
    await this.countOverAll(request);
    if (endpoint.mails === 'reset-link') {
      await this.count(counters?.shared, budgets.mailsOfAddress, address, 'Too many mails were requested from this network.');
      await this.count(counters?.shared, budgets.mailsOfAll, EVERYBODY, 'Too many mails were requested.');
    }
    if (endpoint.mails === 'confirmation') {
      await this.count(counters?.shared, budgets.registrationsOfAddress, address, 'Too many accounts were made from this network.');
      await this.count(counters?.shared, budgets.registrationsOfAll, EVERYBODY, 'Too many accounts were made.');
    }
  }

  /** Known browsers have their own budget, so an attack from many addresses does not lock them out. */
  private async countOverAll(request: FastifyRequest): Promise<void> {
    const browser = this.browsers.of({ get: (name) => request.cookies[name] });
    if (browser) await this.count(this.counters?.shared, this.budgets.signInsOfBrowser, browser.id, 'Too many attempts.');
    const ofAll = browser ? this.budgets.signInsOfKnownBrowsers : this.budgets.signInsOfAll;
    await this.count(this.counters?.shared, ofAll, EVERYBODY, 'Too many people are signing in right now.');
  }

  private async count(counter: Counter | undefined, budget: Budget, key: string, what = A_LOT): Promise<void> {
    const seconds = (await counter?.(budget, key)) ?? 0;
    if (seconds > 0) throw tooMany(what, seconds);
  }
}
