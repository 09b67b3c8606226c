package org.quittance.demo;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.cash.BankAddresses;
import org.quittance.cash.CashApplication;
import org.quittance.cash.CashDesk;
import org.quittance.cash.CashReader;
import org.quittance.cash.Parking;
import org.quittance.cash.PaymentReader;
import org.quittance.cash.PaymentView;
import org.quittance.cash.RequestReader;
import org.quittance.cash.Requests;
import org.quittance.cash.StatementBook;
import org.quittance.cash.TakenStatement;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.cash.Deed;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.EntryContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the last statement before the backlog has left on the cash desk: payments that nobody knows and that are put off, one that was paid short,
 * and refunds, transfers and write-offs that wait for a second person.
 *
 * <p>It goes through the desk's own doors, as Casper who applies cash and Maria who decides, so that whatever stands there could have been done on
 * the pages; the balance of the statement is the opening balance of the first that is still to be imported.
 */
@Component
class DemoDesk {

    private static final String MATCHER = "cash application";
    private static final int CUSTOMERS = 5;
    private static final long LEAST_OPEN_MINOR = 400_00;
    private static final long FREIGHT_MINOR = 45_00;
    private static final long SURCHARGE_MINOR = 12_60;

    private final DSLContext sql;
    private final StatementBook book;
    private final CashApplication application;
    private final CashDesk desk;
    private final PaymentReader payments;
    private final Parking parking;
    private final Requests requests;
    private final RequestReader waiting;
    private final CashReader statements;
    private final People people;
    private final BankAddresses banks;

    DemoDesk(
            DSLContext sql,
            StatementBook book,
            CashApplication application,
            CashDesk desk,
            PaymentReader payments,
            Parking parking,
            Requests requests,
            RequestReader waiting,
            CashReader statements,
            People people,
            BankAddresses banks) {
        this.sql = sql;
        this.book = book;
        this.application = application;
        this.desk = desk;
        this.payments = payments;
        this.parking = parking;
        this.requests = requests;
        this.waiting = waiting;
        this.statements = statements;
        this.people = people;
        this.banks = banks;
    }

    /** A customer who owes something, with the item of theirs that is looked at. */
    private record Owing(AccountId account, String customer, ItemId item, long openMinor) {}

    /** Who works at the desk, and on which day. */
    private record Shift(Viewer applier, Viewer decider, LocalDate today) {}

    /**
     * Once: where somebody has asked for anything, nothing is added.
     *
     * @param today the day on which the desk is opened; what is put off is put off beyond it
     */
    @Transactional
    public void enter(LocalDate today, Backlog backlog) {
        Shift shift = new Shift(viewer("casper"), viewer("maria"), today);
        boolean isEntered = !waiting.waiting(shift.decider()).isEmpty()
                || !waiting.answered(shift.decider(), 1).isEmpty();
        if (isEntered) {
            return;
        }
        DemoCompany company = DemoCompany.on(today, backlog);
        for (DemoEntity entity : DemoEntity.values()) {
            List<Owing> owing = owing(entity, company.bankDays().getFirst());
            if (owing.size() == CUSTOMERS) {
                work(entity, owing, statement(company, entity, owing), shift);
            }
        }
    }

    private Viewer viewer(String login) {
        return people.credentials(login).orElseThrow().viewer();
    }

    /** The first customers of an entity by their numbers, with the largest of what each owed when the statement came. */
    private List<Owing> owing(DemoEntity entity, LocalDate day) {
        Map<AccountId, Owing> first = new LinkedHashMap<>();
        sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.ENTITY_CODE.eq(entity.code()))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(entity.currency()))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(LEAST_OPEN_MINOR))
                .and(OPEN_ITEM_VIEW.DUE_DATE.lt(day))
                .orderBy(ACCOUNT_VIEW.ACCOUNT_NUMBER, OPEN_ITEM_VIEW.OPEN_MINOR.desc(), OPEN_ITEM_VIEW.DOCUMENT)
                .forEach(row -> first.putIfAbsent(
                        AccountId.of(row.value1()),
                        new Owing(AccountId.of(row.value1()), row.value2(), ItemId.of(row.value3()), row.value4())));
        return first.values().stream().limit(CUSTOMERS).toList();
    }

    /** The payments of the statement, in the order of its lines. */
    private List<Long> statement(DemoCompany company, DemoEntity entity, List<Owing> owing) {
        BankDay next = BankBacklog.of(company, entity).getFirst();
        LocalDate day = BusinessDays.before(next.date(), 1).getFirst();
        List<BankEntry> entries = new ArrayList<>();
        add(entries, entity, day, owing.get(0).customer(), 1_240_00, "payment on account");
        add(entries, entity, day, owing.get(1).customer(), 865_50, "for our sister company");
        add(entries, entity, day, owing.get(2).customer(), 410_25, "thank you");
        add(
                entries,
                entity,
                day,
                owing.get(3).customer(),
                owing.get(3).openMinor() - FREIGHT_MINOR,
                "less freight as agreed with your driver");
        add(entries, entity, day, "Northgate Holdings", 318_40, "ref 7781 with thanks");
        add(entries, entity, day, "M Archer", 94_15, "goods");
        Money closing = Money.ofMinor(next.openingMinor(), entity.currency());
        Money moved =
                entries.stream().map(BankEntry::amount).reduce(Money::plus).orElseThrow();
        BankStatement statement = new BankStatement(
                "demo",
                BankStatement.Kind.STATEMENT,
                entity.bankAccount(),
                "%s-%d-%03d".formatted(entity.code(), day.getYear(), next.sequence() - 1),
                String.valueOf(next.sequence() - 1),
                Currency.getInstance(entity.currency()),
                day,
                closing.minus(moved),
                closing,
                entries);
        if (!(book.take(statement, EntryContext.NO_UPLOAD, DemoLoader.ACTOR) instanceof TakenStatement.Taken taken)) {
            throw new IllegalStateException("The demo's statement of %s was not taken".formatted(entity.code()));
        }
        application.apply(taken.statementId(), MATCHER);
        return statements.ofStatement(taken.statementId()).stream()
                .map(CashReader.PaymentLine::id)
                .sorted()
                .toList();
    }

    private static void add(
            List<BankEntry> entries, DemoEntity entity, LocalDate day, String payer, long minor, String text) {
        long line = entries.size() + 1L;
        entries.add(new BankEntry(
                line,
                BankEntry.Status.BOOKED,
                BankEntry.Kind.PAYMENT,
                Money.ofMinor(minor, entity.currency()),
                day,
                day,
                "%s%s%02d".formatted(entity.code(), day.toString().replace("-", ""), line),
                "",
                "",
                "",
                payer,
                Chance.of("desk", entity.code(), payer).filled("61########"),
                List.of(),
                text,
                null,
                null,
                "",
                ""));
    }

    private void work(DemoEntity entity, List<Owing> owing, List<Long> lines, Shift shift) {
        banks.ofPayment(lines.getFirst())
                .ifPresent(kept -> banks.set(
                        kept.bankAccountId(),
                        new BankAddresses.Bank(
                                "Quayside Trust Bank",
                                "Customer enquiries\n1 Quay Street",
                                entity.draft().country(),
                                entity.draft().language(),
                                "enquiries@quayside.example"),
                        shift.decider()));
        onAccount(lines.get(0), owing.get(0), shift)
                .ifPresent(credit -> ask(
                        new Requests.Draft(
                                Deed.REFUND,
                                credit,
                                Money.ofMinor(1_240_00, entity.currency()),
                                null,
                                "Paid twice; they have asked for it back by telephone"),
                        shift));
        onAccount(lines.get(1), owing.get(1), shift)
                .ifPresent(credit -> ask(
                        new Requests.Draft(
                                Deed.TRANSFER,
                                credit,
                                Money.ofMinor(865_50, entity.currency()),
                                owing.get(4).account(),
                                "The payer says that it is for " + owing.get(4).customer()),
                        shift));
        onAccount(lines.get(2), owing.get(2), shift).ifPresent(credit -> refundedAtOnce(entity, credit, shift));
        paidShort(lines.get(3), owing.get(3), shift);
        parking.park(
                lines.get(4), "casper", shift.today().plusDays(3), "Ask the bank who the payer is", shift.applier());
        parking.park(
                lines.get(5), "tessa", shift.today().plusDays(7), "Sales asks whose order this was", shift.applier());
        ask(
                new Requests.Draft(
                        Deed.WRITE_OFF,
                        owing.get(4).item(),
                        Money.ofMinor(SURCHARGE_MINOR, entity.currency()),
                        null,
                        "Packing surcharge that was never agreed; not worth a dispute"),
                shift);
    }

    /** The credit of a payment that lies on account of a customer, put there where the matcher has left it open; empty where it has applied it. */
    private Optional<ItemId> onAccount(long payment, Owing owing, Shift shift) {
        if (view(payment, shift).money().unidentifiedMinor() > 0) {
            desk.assign(payment, new Assignments.Wish(List.of(), Map.of(), owing.account()), shift.applier());
        }
        return view(payment, shift).assigned().stream()
                .filter(one -> one.open().equals(one.credited()))
                .map(one -> ItemId.of(one.itemId()))
                .findFirst();
    }

    private void refundedAtOnce(DemoEntity entity, ItemId credit, Shift shift) {
        ask(
                new Requests.Draft(
                        Deed.REFUND,
                        credit,
                        Money.ofMinor(410_25, entity.currency()),
                        null,
                        "The order was cancelled before delivery"),
                shift);
        waiting.waiting(shift.decider()).stream()
                .filter(line -> line.itemId() == credit.value())
                .forEach(line -> requests.decide(
                        line.id(), Requests.Decision.APPROVED, "The cancellation is on file", shift.decider()));
    }

    private void paidShort(long payment, Owing owing, Shift shift) {
        onAccount(payment, owing, shift)
                .ifPresent(credit -> desk.apply(
                        payment,
                        credit,
                        List.of(new Decision.Line(owing.item(), owing.openMinor() - FREIGHT_MINOR)),
                        List.of(new Decision.Difference(
                                owing.item(),
                                Decision.Difference.Kind.DEDUCTION,
                                FREIGHT_MINOR,
                                "they paid the carrier themselves",
                                DeductionReason.FREIGHT)),
                        shift.applier()));
    }

    private PaymentView view(long payment, Shift shift) {
        return payments.payment(payment, shift.applier()).orElseThrow();
    }

    private void ask(Requests.Draft draft, Shift shift) {
        requests.ask(draft, shift.applier());
    }
}
