# Daymark's image: built with everything, run with what is needed, as an ordinary user.
FROM node:22.21.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:22.21.1-bookworm-slim
ENV NODE_ENV=production HOST=::
WORKDIR /app
# The data folder: files, the outbox, and the embedded database of a container that is given no DATABASE_URL.
# Its group is 0, which a container with any other user id has.
RUN mkdir .daymark && chown node:0 .daymark && chmod 775 .daymark
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/curricula ./curricula
COPY --from=build /app/dist ./dist
USER node
VOLUME /app/.daymark
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT || 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
