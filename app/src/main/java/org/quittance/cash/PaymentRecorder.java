package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Exchange;
import org.quittance.core.cash.Match;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.AllocationWish;
import org.quittance.ledger.CreditDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;

/** Posts what was decided of payments: credits, allocations, and what is left of the items. */
@Component
class PaymentRecorder {

    private final DSLContext sql;
    private final Ledger ledger;
    private final Differences differences;
    private final Exchanges exchanges;

    PaymentRecorder(DSLContext sql, Ledger ledger, Differences differences, Exchanges exchanges) {
        this.sql = sql;
        this.ledger = ledger;
        this.differences = differences;
        this.exchanges = exchanges;
    }

    /**
     * What of a payment goes to one account: the part of the money, the items it is for, and what it leaves of them; all in the currency in
     * which the payment is credited.
     */
    record Share(
            AccountId account, long amountMinor, List<Decision.Line> lines, List<Decision.Difference> differences) {

        Share {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
        }

        Share(AccountId account, long amountMinor, List<Decision.Line> lines) {
            this(account, amountMinor, lines, List.of());
        }
    }

    /**
     * A payment with its shares.
     *
     * @param match what the matcher said; null where a person has decided
     * @param exchange as what it is credited in another currency; null where it is credited in its own
     */
    record Credited(
            PaymentRecord payment,
            @Nullable Match match,
            List<Share> shares,
            @Nullable Exchange exchange) {

        Credited {
            shares = List.copyOf(shares);
        }

        /** As the matcher took it. */
        Credited(PaymentRecord payment, Match match, List<Share> shares) {
            this(payment, match, shares, match.payment().exchange());
        }

        Money credit(Share share) {
            return exchange == null
                    ? Money.ofMinor(share.amountMinor(), payment.getCurrency())
                    : Money.ofMinor(share.amountMinor(), exchange.taken().currency());
        }

        /** What of the money received stands for each share, in their order; all of it for all of them. */
        List<Long> paid() {
            List<Long> paid = new ArrayList<>();
            long credited = 0;
            for (Share share : shares) {
                paid.add(paidFor(credited + share.amountMinor()) - paidFor(credited));
                credited += share.amountMinor();
            }
            return paid;
        }

        private long paidFor(long creditedMinor) {
            return exchange == null ? creditedMinor : exchange.paidFor(creditedMinor);
        }
    }

    List<Share> onAccount(PaymentRecord payment, AccountId account) {
        return List.of(new Share(account, payment.getAmountMinor(), List.of()));
    }

    /** The accounts of all items that the matches are sure of. */
    Map<Long, Long> accountsOf(List<Match> matches) {
        return accountsOf(matches.stream()
                .flatMap(match -> match.decision() instanceof Decision.Applied(var division)
                        ? division.lines().stream()
                        : Stream.<Decision.Line>of()));
    }

    private Map<Long, Long> accountsOf(Stream<Decision.Line> lines) {
        Long[] items = lines.map(line -> line.item().value()).distinct().toArray(Long[]::new);
        return sql.select(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.ACCOUNT_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(any(items)))
                .fetchMap(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.ACCOUNT_ID);
    }

    /** Splits one division, as {@link #split(PaymentRecord, Decision.Division, Map)} does. */
    List<Share> split(PaymentRecord payment, Decision.Division division) {
        return split(payment, division, accountsOf(division.lines().stream()));
    }

    /** Splits a division by the accounts of its items; what remains goes to the account with the largest part. */
    List<Share> split(PaymentRecord payment, Decision.Division division, Map<Long, Long> accountOf) {
        Map<Long, List<Decision.Line>> byAccount = new LinkedHashMap<>();
        for (Decision.Line line : division.lines()) {
            Long account = accountOf.get(line.item().value());
            if (account == null) {
                throw new IllegalStateException("Item " + line.item() + " is no longer open");
            }
            byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(line);
        }
        List<Share> shares = new ArrayList<>();
        byAccount.forEach((account, lines) -> shares.add(new Share(
                AccountId.of(account),
                lines.stream().mapToLong(Decision.Line::amountMinor).sum(),
                lines,
                differencesOf(lines, division))));
        int largest = 0;
        for (int i = 1; i < shares.size(); i++) {
            largest = shares.get(i).amountMinor() > shares.get(largest).amountMinor() ? i : largest;
        }
        Share first = shares.get(largest);
        long amountMinor = first.amountMinor() + division.remainderMinor();
        shares.set(largest, new Share(first.account(), amountMinor, first.lines(), first.differences()));
        return shares;
    }

    private static List<Decision.Difference> differencesOf(List<Decision.Line> lines, Decision.Division division) {
        return division.differences().stream()
                .filter(difference ->
                        lines.stream().anyMatch(line -> line.item().equals(difference.item())))
                .toList();
    }

    /** Enters the credits of the payments and allocates them; an answer of no is a bug or a race, and undoes everything. */
    void credit(List<Credited> credited, String actor) {
        if (credited.isEmpty()) {
            return;
        }
        EarlierRounds rounds = EarlierRounds.of(
                credited.stream().map(one -> one.payment().getId()).toList(), sql);
        List<CreditDraft> drafts = new ArrayList<>();
        for (Credited one : credited) {
            one.shares().forEach(share -> drafts.add(draft(one, share, rounds)));
        }
        List<Optional<Long>> exchanged = exchanges.record(
                credited.stream()
                        .map(one -> new Exchanges.Posted(
                                one.payment().getId(), one.exchange(), rounds.businessDate(one.payment())))
                        .toList(),
                actor);
        List<ItemId> credits = ledger.receive(drafts, actor);
        CopyRows identifications = new CopyRows(drafts.size());
        Map<LocalDate, List<Wanted>> wishesByDay = new TreeMap<>();
        int next = 0;
        for (int i = 0; i < credited.size(); i++) {
            Credited one = credited.get(i);
            Iterator<Long> paid = one.paid().iterator();
            LocalDate day = rounds.businessDate(one.payment());
            PostingContext context = new PostingContext(day, cause(one), actor);
            for (Share share : one.shares()) {
                ItemId credit = credits.get(next++);
                identifications
                        .value(one.payment().getId())
                        .value(share.account())
                        .value(rounds.round(one.payment().getId(), share.account()))
                        .value(credit)
                        .value(paid.next())
                        .value(share.amountMinor())
                        .value(exchanged.get(i).orElse(null))
                        .value(day)
                        .value(actor)
                        .end();
                wishesByDay
                        .computeIfAbsent(day, _ -> new ArrayList<>())
                        .add(new Wanted(
                                one.payment().getId(),
                                new AllocationWish(orders(share, credit), context),
                                share.differences()));
            }
        }
        identifications.into(
                "cash.identification (payment_id, account_id, round, item_id, amount_minor, credit_minor, exchange_id,"
                        + " business_date, actor)",
                sql);
        wishesByDay.values().forEach(this::allocate);
        learn(credited, actor);
    }

    /** A wish, the payment for which it is made, and what that leaves of the items. */
    record Wanted(long paymentId, AllocationWish wish, List<Decision.Difference> differences) {

        Wanted {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Allocates for payments of one day, posts what they leave of their items, and remembers which allocation was for which; an answer of
     * no is a bug or a race, and undoes everything.
     */
    void allocate(List<Wanted> wanted) {
        switch (ledger.allocate(wanted.stream().map(Wanted::wish).toList())) {
            case PostingOutcome.Posted(List<Long> allocations) -> {
                CopyRows applications = new CopyRows(allocations.size());
                Iterator<Long> next = allocations.iterator();
                for (Wanted one : wanted) {
                    one.wish()
                            .orders()
                            .forEach(_ -> applications
                                    .value(next.next())
                                    .value(one.paymentId())
                                    .end());
                }
                applications.into("cash.application (allocation_id, payment_id)", sql);
                differences.post(wanted);
            }
            case PostingOutcome.Refused refused -> {
                String payment = wanted.stream()
                        .map(Wanted::wish)
                        .filter(wish -> wish.orders().stream()
                                .anyMatch(order -> order.credit().equals(refused.item())
                                        || order.debit().equals(refused.item())))
                        .findFirst()
                        .map(wish -> wish.context().cause())
                        .orElse("A payment");
                throw new StaleItems(payment, refused.sentence());
            }
        }
    }

    /** Credit notes that the payer took are used up first, then the money. */
    static List<AllocationOrder> orders(Share share, ItemId payment) {
        record Source(ItemId item, long amountMinor) {}
        List<Source> sources = share.lines().stream()
                .filter(line -> line.amountMinor() < 0)
                .map(line -> new Source(line.item(), -line.amountMinor()))
                .collect(Collectors.toCollection(ArrayList::new));
        sources.add(new Source(payment, share.amountMinor()));
        List<AllocationOrder> orders = new ArrayList<>();
        int source = 0;
        long left = sources.getFirst().amountMinor();
        for (Decision.Line line : share.lines()) {
            long wanted = Math.max(0, line.amountMinor());
            while (wanted > 0) {
                if (left == 0) {
                    left = sources.get(++source).amountMinor();
                }
                long taken = Math.min(wanted, left);
                orders.add(new AllocationOrder(sources.get(source).item(), line.item(), taken));
                wanted -= taken;
                left -= taken;
            }
        }
        return orders;
    }

    private static String cause(Credited one) {
        String reason = one.match() == null || one.match().evidence().isEmpty()
                ? "assigned by hand"
                : one.match().evidence().getFirst().sentence();
        return "Payment P" + one.payment().getId() + ": " + reason;
    }

    private static CreditDraft draft(Credited one, Share share, EarlierRounds rounds) {
        PaymentRecord payment = one.payment();
        int round = rounds.round(payment.getId(), share.account());
        return new CreditDraft(
                share.account(),
                "bank",
                "P" + payment.getId() + (round == 0 ? "" : "-" + (round + 1)),
                payment.getBookingDate(),
                one.credit(share),
                payment.getBankReference(),
                payment.getRemittance(),
                rounds.businessDate(payment));
    }

    /**
     * The bank account from which a customer's items were paid is the customer's, until somebody says otherwise; one that pays for several
     * is an agent's, and is known for all of them.
     */
    private void learn(List<Credited> credited, String actor) {
        List<String> bankAccounts = new ArrayList<>();
        List<Long> accounts = new ArrayList<>();
        for (Credited one : credited) {
            for (Share share : one.shares()) {
                if (!one.payment().getPayerAccount().isEmpty() && !share.lines().isEmpty()) {
                    bankAccounts.add(one.payment().getPayerAccount());
                    accounts.add(share.account().value());
                }
            }
        }
        sql.execute("""
                insert into cash.payer_account (payer_account, account_id, actor)
                select distinct l.payer_account, l.account_id, ?
                from unnest(?::text[], ?::bigint[]) as l (payer_account, account_id)
                on conflict do nothing
                """, actor, bankAccounts.toArray(String[]::new), accounts.toArray(Long[]::new));
    }
}
