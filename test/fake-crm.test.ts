import type { Bench } from '#test/conformance-bench';
import { crmConformance } from '#test/crm.conformance';
import { fakeCrm } from '#test/fake-crm';
import { portfolioConformance } from '#test/portfolio.conformance';

let nextId = 1;
const id = () => String(nextId++);

function fakeBench(): Promise<Bench> {
  const crm = fakeCrm({ isInstalled: false });
  return Promise.resolve({
    crm,
    company: ({ name, partnerType = null }) => {
      const company = { id: id(), name, partnerType };
      crm.addCompany(company);
      return Promise.resolve(company.id);
    },
    deal: ({ companies, amount }) => {
      const deal = { id: id(), companies, amountMinor: amount === undefined ? null : amount * 100 };
      crm.addDeal(deal);
      return Promise.resolve(deal.id);
    },
    settle: () => Promise.resolve(crm.settle()),
    close: () => Promise.resolve(),
  });
}

describe('the CRM in memory', () => {
  crmConformance(fakeBench);
  portfolioConformance(fakeBench);
});
