import { useContext, useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsProps,
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageHeaderPrimaryActionProps,
  PageHeaderSecondaryActionsProps,
  PageLinkProps,
  PageTitleProps,
} from '@hubspot/ui-extensions/pages';
import type { HeaderActionButtonProps } from '@hubspot/ui-extensions';
import { Button } from './buttons.tsx';
import { HostContext } from './host-context.tsx';

/** `/view/:id` with { id: '7', tab: 'a' } is `/view/7?tab=a`. */
function pathOf(to: string, params: Record<string, string> = {}): string {
  const rest = new URLSearchParams();
  let path = to;
  for (const [name, value] of Object.entries(params)) {
    const part = new RegExp(`:${name}(?=/|$)`);
    if (part.test(path)) path = path.replace(part, () => encodeURIComponent(value));
    else rest.set(name, value);
  }
  if (rest.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${rest.toString()}`;
}

type AppLinkProps = PageLinkProps & { className: string };

function AppLink({ to, params, children, testId, className }: AppLinkProps) {
  const { navigate, pageHref } = useContext(HostContext);
  const path = pathOf(to, params);
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(path);
  };
  return (
    <a className={className} href={pageHref(path)} data-test-id={testId} onClick={follow}>
      {children}
    </a>
  );
}

export const PageLink = (props: PageLinkProps) => <AppLink {...props} className="ui-link" />;

export const PageHeaderPageLink = (props: PageHeaderPageLinkProps) => (
  <AppLink {...props} className="ui-button ui-header-link" />
);

export const PageHeaderLink = ({ href, ...rest }: PageHeaderLinkProps) => (
  <Button {...rest} {...(href ? { href } : {})} />
);

export const PageHeader = ({ children, testId }: { children?: ReactNode; testId?: string }) => (
  <div className="ui-page-header" data-test-id={testId}>
    {children}
  </div>
);

export const PageHeaderPrimaryAction = ({ children, testId }: PageHeaderPrimaryActionProps) => (
  <div className="ui-primary-action" data-test-id={testId}>
    {children}
  </div>
);

export const PageHeaderSecondaryActions = ({ children, testId }: PageHeaderSecondaryActionsProps) => (
  <div className="ui-button-row" data-test-id={testId}>
    {children}
  </div>
);

export const PageBreadcrumbs = ({ children, testId }: PageBreadcrumbsProps) => (
  <nav className="ui-breadcrumbs" aria-label="Breadcrumbs" data-test-id={testId}>
    {children}
  </nav>
);

export const PageBreadcrumbsPageLink = (props: PageLinkProps) => <AppLink {...props} className="ui-link" />;

export const PageBreadcrumbsCurrent = ({ children, testId }: PageBreadcrumbsCurrentProps) => (
  <span aria-current="page" data-test-id={testId}>
    {children}
  </span>
);

/** The heading of the page, and the title of the browser's tab while it is shown. */
export function PageTitle({ children, testId }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.title;
    const text = heading.current?.textContent;
    if (text) document.title = text;
    return () => {
      document.title = before;
    };
  }, [children]);
  return (
    <h1 ref={heading} className="ui-page-title" data-test-id={testId}>
      {children}
    </h1>
  );
}

export const HeaderActions = ({ children, testId }: { children?: ReactNode; testId?: string }) => (
  <div className="ui-page-header" data-test-id={testId}>
    {children}
  </div>
);

export const PrimaryHeaderActionButton = (props: HeaderActionButtonProps) => (
  <Button {...props} variant="primary" />
);

export const SecondaryHeaderActionButton = (props: HeaderActionButtonProps) => <Button {...props} />;
