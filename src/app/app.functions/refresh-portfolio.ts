import { refreshPortfolioInput } from '#contract/refresh-portfolio';
import { refreshPortfolio } from '#usecases/refresh-portfolio';
import { serve } from './serve.ts';

export const main = serve(refreshPortfolioInput, refreshPortfolio);
