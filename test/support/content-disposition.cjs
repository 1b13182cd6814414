/** @fastify/static requires this ES module: Node can do that, jest on Node 20 cannot. So Node itself loads it. */
module.exports = process.getBuiltinModule('node:module').createRequire(__filename)('content-disposition');
