import { readPortfolioInput } from '#contract/read-portfolio';
import { readPortfolio } from '#usecases/read-portfolio';
import { serve } from './serve.ts';

export const main = serve(readPortfolioInput, readPortfolio);
