// `hubspot.serverless` reads `self.serverless`; Node has no `self`.
(globalThis as { self?: unknown }).self ??= globalThis;
