import type { Actor } from '#contract/involvement';

/** The part of HubSpot's user context that we use. */
export interface User {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale?: string;
}

/** Who acts, for the audit trail. Some users have no name in HubSpot: then the e-mail address stands for it. */
export const actorOf = ({ id, email, firstName, lastName }: User): Actor => ({
  userId: id,
  email,
  name: [firstName, lastName].filter(Boolean).join(' ') || email,
});
