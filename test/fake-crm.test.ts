import { crmConformance } from '#test/crm.conformance';
import { fakeCrm } from '#test/fake-crm';

let nextId = 1;
const id = () => String(nextId++);

describe('the CRM in memory', () => {
  crmConformance(() => {
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
  });
});
