const IPV4_IN_IPV6 = /^::ffff:(?=[\d.]+$)/i;

/** The network address that a request came from, behind trusted proxies that of their client. IPv4 is written as IPv4 on IPv6 sockets too. */
export const addressOf = ({ ip }: { ip: string }): string => ip.replace(IPV4_IN_IPV6, '');
