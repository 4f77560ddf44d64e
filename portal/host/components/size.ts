import type { AllDistances, AllSizes } from '@hubspot/ui-extensions';

type Step = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const steps: Record<AllSizes, Step> = {
  'extra-small': 'xs',
  xs: 'xs',
  small: 'sm',
  sm: 'sm',
  medium: 'md',
  md: 'md',
  large: 'lg',
  lg: 'lg',
  'extra-large': 'xl',
  xl: 'xl',
};

export const stepOf = (size: AllSizes | undefined, otherwise: Step): Step =>
  size === undefined ? otherwise : (steps[size] ?? otherwise);

// HubSpot names its distances and publishes no pixels: these are ours.
const pixels: Record<Step, number> = { xs: 4, sm: 8, md: 16, lg: 24, xl: 40 };

export const distancePx = (distance: AllDistances | undefined, otherwise: AllDistances = 'flush'): number => {
  const chosen = distance ?? otherwise;
  return chosen === 'flush' ? 0 : (pixels[steps[chosen]] ?? 0);
};
