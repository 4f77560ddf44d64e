import { Tab, Tabs } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';

interface DrawnTabsProps {
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly draw: () => ReactNode }[];
}

/** Tabs of which one is drawn at a time: what nobody looks at costs no time. The first is open at the start. */
export const DrawnTabs = ({ tabs }: DrawnTabsProps) => {
  const [open, setOpen] = useState<string | number>(tabs[0]?.id ?? '');
  return (
    <Tabs selected={open} onSelectedChange={(id: string | number) => setOpen(id)}>
      {tabs.map(({ id, title, draw }) => (
        <Tab key={id} tabId={id} title={title}>
          {open === id && draw()}
        </Tab>
      ))}
    </Tabs>
  );
};
