package org.quittance.demo;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.BankAccounts;
import org.quittance.cash.PayerAccounts;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.identity.DemoPeople;
import org.quittance.identity.Passwords;
import org.quittance.identity.People;
import org.quittance.ledger.AccountDraft;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.CustomerDraft;
import org.quittance.ledger.CustomerHierarchy;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.CustomerPlace;
import org.quittance.ledger.Customers;
import org.quittance.ledger.HierarchyOutcome;
import org.quittance.ledger.LegalEntities;
import org.springframework.stereotype.Component;

/** Enters who works here and with whom: everything that the history needs to stand on. Runs in the loader's transaction. */
@Component
class DemoMasterData {

    private static final String ACTOR = DemoLoader.ACTOR;
    private static final String MAIL_DOMAIN = "@halden-rowe.example";

    /** Who owns which portfolio. */
    private static final Map<String, String> OWNERS = Map.of(
            AccountBase.UK_PORTFOLIO, "clara",
            AccountBase.AMERICAS_PORTFOLIO, "clara",
            AccountBase.CONTINENT_PORTFOLIO, "omar",
            AccountBase.KEY_PORTFOLIO, "tessa");

    /** Who sees all portfolios beside their owners. */
    private static final List<String> SEE_ALL_PORTFOLIOS = List.of("tessa", "casper");

    /** Of some payers the bank account is not known yet: their money has come another way so far. */
    private static final int KNOWN_PAYERS_PERCENT = 70;

    private final People people;
    private final Passwords passwords;
    private final LegalEntities entities;
    private final BankAccounts bankAccounts;
    private final PayerAccounts payerAccounts;
    private final Customers customers;
    private final CustomerHierarchy hierarchy;
    private final DSLContext sql;

    DemoMasterData(
            People people,
            Passwords passwords,
            LegalEntities entities,
            BankAccounts bankAccounts,
            PayerAccounts payerAccounts,
            Customers customers,
            CustomerHierarchy hierarchy,
            DSLContext sql) {
        this.people = people;
        this.passwords = passwords;
        this.entities = entities;
        this.bankAccounts = bankAccounts;
        this.payerAccounts = payerAccounts;
        this.customers = customers;
        this.hierarchy = hierarchy;
        this.sql = sql;
    }

    void enter(DemoCompany company) {
        Map<DemoEntity, Long> entityIds = enterEntities();
        Map<String, Long> portfolioIds = enterPortfolios(enterPeople());
        Map<String, Long> customerIds = enterCustomers(company.customers());
        enterAccounts(company.accounts(), customerIds, entityIds, portfolioIds);
        enterContacts(company.customers(), customerIds);
        placeInGroups(company.customers(), customerIds);
        learnPayers(company);
    }

    /** The login of whoever works a portfolio. */
    static String ownerOf(String portfolio) {
        return Objects.requireNonNull(OWNERS.get(portfolio), portfolio);
    }

    private Map<DemoEntity, Long> enterEntities() {
        Map<DemoEntity, Long> ids = new EnumMap<>(DemoEntity.class);
        for (DemoEntity entity : DemoEntity.values()) {
            ids.put(entity, entities.add(entity.draft(), ACTOR).id());
        }
        for (DemoBankAccounts.DemoBankAccount own : DemoBankAccounts.ALL) {
            bankAccounts.add(idOf(ids, own.entity()), own.account(), own.currency(), own.name(), ACTOR);
        }
        return ids;
    }

    private Map<String, Long> enterPeople() {
        String hash = passwords.hash(DemoPeople.PASSWORD);
        Map<String, Long> ids = new HashMap<>();
        for (DemoPeople.DemoPerson person : DemoPeople.ALL) {
            ids.put(
                    person.login(),
                    people.add(
                            person.login(), person.name(), person.login() + MAIL_DOMAIN, person.roles(), hash, ACTOR));
        }
        return ids;
    }

    private Map<String, Long> enterPortfolios(Map<String, Long> personIds) {
        Map<String, Long> ids = new HashMap<>();
        OWNERS.keySet().stream().sorted().forEach(name -> {
            long owner = idOf(personIds, ownerOf(name));
            long portfolio = people.addPortfolio(name, owner, ACTOR);
            SEE_ALL_PORTFOLIOS.stream()
                    .filter(login -> !login.equals(ownerOf(name)))
                    .forEach(login -> people.openPortfolio(portfolio, idOf(personIds, login), ACTOR));
            ids.put(name, portfolio);
        });
        return ids;
    }

    private Map<String, Long> enterCustomers(List<DemoCustomer> all) {
        customers.enter(
                all.stream()
                        .map(customer -> new CustomerDraft(
                                DemoEntity.CUSTOMER_MASTER,
                                customer.number(),
                                new CustomerParticulars(
                                        customer.name(),
                                        customer.country(),
                                        customer.language(),
                                        customer.timeZone(),
                                        customer.segment(),
                                        customer.address())))
                        .toList(),
                ACTOR);
        Collection<String> numbers = all.stream().map(DemoCustomer::number).toList();
        return customers.idsByNumber(DemoEntity.CUSTOMER_MASTER, numbers);
    }

    private void enterAccounts(
            List<DemoAccount> all,
            Map<String, Long> customerIds,
            Map<DemoEntity, Long> entityIds,
            Map<String, Long> portfolioIds) {
        customers.enterAccounts(
                all.stream()
                        .map(account -> new AccountDraft(
                                idOf(customerIds, account.customer().number()),
                                idOf(entityIds, account.entity()),
                                account.customer().number(),
                                account.termsDays(),
                                account.limitMinor(),
                                idOf(portfolioIds, account.portfolio())))
                        .toList(),
                ACTOR);
    }

    private void enterContacts(List<DemoCustomer> all, Map<String, Long> customerIds) {
        List<ContactDraft> drafts = new ArrayList<>();
        for (DemoCustomer customer : all) {
            long id = idOf(customerIds, customer.number());
            for (DemoContact contact : customer.contacts()) {
                drafts.add(new ContactDraft(
                        id,
                        contact.name(),
                        contact.role(),
                        contact.email(),
                        contact.phone(),
                        customer.language(),
                        false,
                        mobile(customer, drafts.size()),
                        false));
            }
        }
        customers.enterContacts(drafts, ACTOR);
    }

    /** Of every third contact in Britain, in the range of mobile numbers that Ofcom keeps for drama. */
    private static @Nullable PhoneNumber mobile(DemoCustomer customer, int contact) {
        return customer.country().equals("GB") && contact % 3 == 0
                ? new PhoneNumber("+447700900%03d".formatted(contact / 3 % 1_000))
                : null;
    }

    private void placeInGroups(List<DemoCustomer> all, Map<String, Long> customerIds) {
        List<CustomerPlace> places = all.stream()
                .filter(customer -> customer.parentNumber() != null)
                .map(customer -> new CustomerPlace(
                        idOf(customerIds, customer.number()),
                        idOrNull(customerIds, customer.parentNumber()),
                        idOrNull(customerIds, customer.payerNumber())))
                .toList();
        if (hierarchy.place(places, ACTOR) instanceof HierarchyOutcome.Refused refused) {
            throw new IllegalStateException("The demo's groups were refused: " + refused);
        }
    }

    private void learnPayers(DemoCompany company) {
        Map<String, DemoCustomer> byNumber = new HashMap<>();
        company.customers().forEach(customer -> byNumber.put(customer.number(), customer));
        List<PayerAccounts.Known> known = new ArrayList<>();
        sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.CUSTOMER_NUMBER)
                .from(ACCOUNT_VIEW)
                .orderBy(ACCOUNT_VIEW.ACCOUNT_ID)
                .forEach(row -> {
                    DemoCustomer customer = byNumber.get(row.value2());
                    if (customer != null
                            && Chance.of("known", customer.paidBy()).percent(KNOWN_PAYERS_PERCENT)) {
                        DemoCustomer payer = Objects.requireNonNull(byNumber.get(customer.paidBy()));
                        known.add(new PayerAccounts.Known(payer.bankAccount(), row.value1()));
                    }
                });
        payerAccounts.learn(known, ACTOR);
    }

    private static <K> long idOf(Map<K, Long> ids, K key) {
        return Objects.requireNonNull(ids.get(key), () -> "no " + key);
    }

    private static @Nullable Long idOrNull(Map<String, Long> ids, @Nullable String number) {
        return number == null ? null : idOf(ids, number);
    }
}
