import {
  createContext,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { KeyboardEvent } from 'react';
import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { useField } from './use-field.ts';

type TabId = string | number;

interface TabEntry extends Pick<TabProps, 'disabled' | 'title' | 'tooltip'> {
  tabId: TabId;
  panelId: string;
}

interface TabList {
  put: (tab: TabEntry) => void;
  remove: (panelId: string) => void;
  selected: TabId | undefined;
}

const TabContext = createContext<TabList | null>(null);

// Tabs arrive one by one over the wire, so each tells of itself; where its panel stands says where its title goes.
function inPageOrder(tabs: readonly TabEntry[]): TabEntry[] {
  const standsAt = (tab: TabEntry) => document.getElementById(tab.panelId);
  return [...tabs].sort((a, b) => {
    const [first, second] = [standsAt(a), standsAt(b)];
    if (!first || !second) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

function useTabList() {
  const [tabs, setTabs] = useState<readonly TabEntry[]>([]);
  const put = useCallback((tab: TabEntry) => {
    setTabs((known) => inPageOrder([...known.filter(({ panelId }) => panelId !== tab.panelId), tab]));
  }, []);
  const remove = useCallback((panelId: string) => {
    setTabs((known) => known.filter((tab) => tab.panelId !== panelId));
  }, []);
  return { tabs, put, remove };
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface TabButtonProps {
  tab: TabEntry;
  isSelected: boolean;
  select: (tab: TabEntry) => void;
}

const TabButton = ({ tab, isSelected, select }: TabButtonProps) => (
  <button
    id={`${tab.panelId}-tab`}
    type="button"
    role="tab"
    aria-selected={isSelected}
    aria-controls={tab.panelId}
    tabIndex={isSelected ? 0 : -1}
    disabled={tab.disabled}
    title={tab.tooltip}
    onClick={() => select(tab)}
  >
    {tab.title}
  </button>
);

export function Tabs(props: TabsProps) {
  const { variant = 'default', fill = false, children, testId } = props;
  const { tabs, put, remove } = useTabList();
  const field = useField<TabId | undefined>(props.selected, props.defaultSelected, undefined);
  const list = useRef<HTMLDivElement>(null);
  const open = tabs.filter(({ disabled }) => !disabled);
  const selected = tabs.some(({ tabId }) => tabId === field.value) ? field.value : open[0]?.tabId;
  const context = useMemo(() => ({ put, remove, selected }), [put, remove, selected]);
  const select = (tab: TabEntry | undefined) => {
    if (!tab || tab.tabId === selected) return;
    field.set(tab.tabId);
    field.sent((props.onSelectedChange as ((id: TabId) => void) | undefined)?.(tab.tabId));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || open.length === 0) return;
    event.preventDefault();
    const next =
      open[
        step(
          open.findIndex(({ tabId }) => tabId === selected),
          open.length,
        )
      ];
    select(next);
    list.current?.querySelector<HTMLElement>(`[aria-controls="${next?.panelId}"]`)?.focus();
  };
  return (
    <div className="ui-tabs" data-variant={variant} data-fill={fill} data-test-id={testId}>
      <div ref={list} className="ui-tab-list" role="tablist" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.panelId} tab={tab} isSelected={tab.tabId === selected} select={select} />
        ))}
      </div>
      <TabContext.Provider value={context}>{children}</TabContext.Provider>
    </div>
  );
}

export function Tab({ tabId, title, disabled = false, tooltip, children, testId }: TabProps) {
  const panelId = useId();
  const { put, remove, selected } = useContext(TabContext) ?? {};
  const ownId = tabId ?? panelId;
  useLayoutEffect(() => {
    put?.({
      panelId,
      tabId: ownId,
      title: title ?? String(ownId),
      disabled,
      ...(tooltip ? { tooltip } : {}),
    });
  }, [put, panelId, ownId, title, disabled, tooltip]);
  useLayoutEffect(() => () => remove?.(panelId), [remove, panelId]);
  const isShown = ownId === selected;
  return (
    <div
      id={panelId}
      role="tabpanel"
      aria-labelledby={`${panelId}-tab`}
      className="ui-tab-panel"
      hidden={!isShown}
      data-test-id={testId}
    >
      {isShown ? children : null}
    </div>
  );
}
