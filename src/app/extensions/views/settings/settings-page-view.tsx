import { useState } from 'react';
import { actorOf, type User } from '../actor.ts';
import type { Call } from '../call.ts';
import { formatOf } from '../format.ts';
import { Failed, Loading } from '../states.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSettings } from './use-settings.ts';

interface SettingsPageViewProps {
  readonly call: Call;
  readonly context: {
    readonly user: User;
    readonly portal: { readonly id: number; readonly timezone: string };
  };
}

export const SettingsPageView = ({ call, context: { user, portal } }: SettingsPageViewProps) => {
  const page = useSettings(call, portal.id, actorOf(user));
  const [discards, setDiscards] = useState(0);
  switch (page.reading.state) {
    case 'loading':
      return <Loading label="Loading the settings" />;
    case 'failed':
      return <Failed problem={page.reading.problem} retry={page.reload} />;
    case 'ready':
      return (
        <SettingsForm
          // Another version, or a discard, starts a new draft.
          key={`${page.reading.value.version} ${discards}`}
          page={page}
          view={page.reading.value}
          format={formatOf({ locale: user.locale, timeZone: portal.timezone })}
          discard={() => {
            page.forget();
            setDiscards(discards + 1);
          }}
        />
      );
  }
};
