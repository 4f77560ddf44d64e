const hex12 = (id: number): string => id.toString(16).padStart(12, '0').slice(-12);

/**
 * Who refreshes, as a UUID: the same for one user in one account, so that a reloaded page goes on with the refresh that
 * it had begun. Version 8 leaves the bits to us (RFC 9562, section 5.8): 48 of the account, 48 of the user.
 * Example: account 4242, user 1001 is 00000000-1092-8000-8000-0000000003e9.
 */
export function workerIdOf(portalId: number, userId: number): string {
  const portal = hex12(portalId);
  return `${portal.slice(0, 8)}-${portal.slice(8)}-8000-8000-${hex12(userId)}`;
}
