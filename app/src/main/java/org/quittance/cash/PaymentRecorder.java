package org.quittance.cash;

import static org.quittance.db.cash.Tables.EVIDENCE;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYER_ACCOUNT;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.Match;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.CreditDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.springframework.stereotype.Component;

/** Writes down what was decided of payments: verdicts with their evidence, credits, allocations. */
@Component
class PaymentRecorder {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final Ledger ledger;

    PaymentRecorder(DSLContext sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** What of a payment goes to one account: the part of the money, and the items it is for. */
    record Share(AccountId account, long amountMinor, List<Decision.Line> lines) {

        Share {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A payment with its shares.
     *
     * @param match what the matcher said; null where a person has decided
     */
    record Credited(PaymentRecord payment, @Nullable Match match, List<Share> shares) {

        Credited {
            shares = List.copyOf(shares);
        }
    }

    List<Share> onAccount(PaymentRecord payment, AccountId account) {
        return List.of(new Share(account, payment.getAmountMinor(), List.of()));
    }

    /** Splits a division by the accounts of its items; what remains goes to the account with the largest part. */
    List<Share> split(PaymentRecord payment, Decision.Division division) {
        Map<Long, Long> accountOf = sql.select(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.ACCOUNT_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.in(division.lines().stream()
                        .map(line -> line.item().value())
                        .toList()))
                .fetchMap(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.ACCOUNT_ID);
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
                lines)));
        int largest = 0;
        for (int i = 1; i < shares.size(); i++) {
            largest = shares.get(i).amountMinor() > shares.get(largest).amountMinor() ? i : largest;
        }
        Share first = shares.get(largest);
        shares.set(largest, new Share(first.account(), first.amountMinor() + division.remainderMinor(), first.lines()));
        return shares;
    }

    /** Enters the credits of the payments and allocates them; an answer of no is a bug or a race, and undoes everything. */
    void credit(List<Credited> credited, String actor) {
        if (credited.isEmpty()) {
            return;
        }
        List<CreditDraft> drafts = new ArrayList<>();
        for (Credited one : credited) {
            one.shares().forEach(share -> drafts.add(draft(one.payment(), share)));
        }
        List<ItemId> credits = ledger.receive(drafts, actor);
        List<Query> identifications = new ArrayList<>();
        int next = 0;
        for (Credited one : credited) {
            for (Share share : one.shares()) {
                ItemId credit = credits.get(next++);
                identifications.add(identification(one.payment(), share, credit, actor));
                allocate(one, share, credit, actor);
            }
        }
        sql.batch(identifications).execute();
        learn(credited, actor);
    }

    /** One verdict for each match, with its evidence and what it proposes. */
    void verdicts(List<Match> matches, Map<String, PaymentRecord> payments, String actor) {
        for (Match match : matches) {
            PaymentRecord payment = payments.get(match.payment().id());
            if (payment == null) {
                throw new IllegalArgumentException(
                        "No payment " + match.payment().id());
            }
            long verdict = verdict(payment.getId(), name(match.decision()), match.confidence(), actor);
            evidence(verdict, match.evidence());
            if (match.decision() instanceof Decision.Proposed(List<Decision.Division> alternatives)) {
                proposals(verdict, alternatives);
            }
        }
    }

    void decidedByHand(long paymentId, String actor) {
        verdict(paymentId, BY_HAND, 1, actor);
    }

    private long verdict(long paymentId, String decision, double confidence, String actor) {
        return sql.insertInto(VERDICT, VERDICT.PAYMENT_ID, VERDICT.DECISION, VERDICT.CONFIDENCE, VERDICT.ACTOR)
                .values(paymentId, decision, BigDecimal.valueOf(confidence), actor)
                .returningResult(VERDICT.ID)
                .fetchSingle()
                .value1();
    }

    private void evidence(long verdict, List<Evidence> reasons) {
        var insert = sql.insertInto(
                EVIDENCE,
                EVIDENCE.VERDICT_ID,
                EVIDENCE.RANK,
                EVIDENCE.KIND,
                EVIDENCE.FROM_CHAR,
                EVIDENCE.TO_CHAR,
                EVIDENCE.ITEM_ID,
                EVIDENCE.SENTENCE);
        int rank = 0;
        for (Evidence reason : reasons) {
            Long item = reason.item() == null ? null : reason.item().value();
            insert = insert.values(
                    verdict, rank++, reason.kind().name(), reason.start(), reason.end(), item, reason.sentence());
        }
        if (rank > 0) {
            insert.execute();
        }
    }

    private void proposals(long verdict, List<Decision.Division> alternatives) {
        var insert = sql.insertInto(
                PROPOSAL_LINE,
                PROPOSAL_LINE.VERDICT_ID,
                PROPOSAL_LINE.ALTERNATIVE,
                PROPOSAL_LINE.ITEM_ID,
                PROPOSAL_LINE.AMOUNT_MINOR);
        for (int i = 0; i < alternatives.size(); i++) {
            for (Decision.Line line : alternatives.get(i).lines()) {
                insert = insert.values(verdict, i, line.item().value(), line.amountMinor());
            }
        }
        insert.execute();
    }

    private void allocate(Credited one, Share share, ItemId payment, String actor) {
        List<AllocationOrder> orders = orders(share, payment);
        if (orders.isEmpty()) {
            return;
        }
        PostingContext context = new PostingContext(one.payment().getBookingDate(), cause(one), actor);
        if (ledger.allocate(orders, context) instanceof PostingOutcome.Refused refused) {
            throw new StaleItems(one.payment().getId(), refused.sentence());
        }
    }

    /** Credit notes that the payer took are used up first, then the money. */
    private static List<AllocationOrder> orders(Share share, ItemId payment) {
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

    private static CreditDraft draft(PaymentRecord payment, Share share) {
        return new CreditDraft(
                share.account(),
                "bank",
                "P" + payment.getId(),
                payment.getBookingDate(),
                Money.ofMinor(share.amountMinor(), payment.getCurrency()),
                payment.getBankReference(),
                payment.getRemittance());
    }

    private Query identification(PaymentRecord payment, Share share, ItemId credit, String actor) {
        return sql.insertInto(IDENTIFICATION)
                .set(IDENTIFICATION.PAYMENT_ID, payment.getId())
                .set(IDENTIFICATION.ACCOUNT_ID, share.account().value())
                .set(IDENTIFICATION.ITEM_ID, credit.value())
                .set(IDENTIFICATION.AMOUNT_MINOR, share.amountMinor())
                .set(IDENTIFICATION.ACTOR, actor);
    }

    /** The bank account from which a customer's items were paid is the customer's, until somebody says otherwise. */
    private void learn(List<Credited> credited, String actor) {
        List<Query> lessons = new ArrayList<>();
        for (Credited one : credited) {
            String account = one.payment().getPayerAccount();
            if (account.isEmpty()
                    || one.shares().size() != 1
                    || one.shares().getFirst().lines().isEmpty()) {
                continue;
            }
            lessons.add(sql.insertInto(
                            PAYER_ACCOUNT, PAYER_ACCOUNT.PAYER_ACCOUNT_, PAYER_ACCOUNT.ACCOUNT_ID, PAYER_ACCOUNT.ACTOR)
                    .values(account, one.shares().getFirst().account().value(), actor)
                    .onConflictDoNothing());
        }
        if (!lessons.isEmpty()) {
            sql.batch(lessons).execute();
        }
    }

    private static String name(Decision decision) {
        return switch (decision) {
            case Decision.Applied _ -> "APPLIED";
            case Decision.Proposed _ -> "PROPOSED";
            case Decision.OnAccount _ -> "ON_ACCOUNT";
            case Decision.Unidentified _ -> "UNIDENTIFIED";
        };
    }
}
