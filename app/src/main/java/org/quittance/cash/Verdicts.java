package org.quittance.cash;

import static org.quittance.db.cash.Tables.EVIDENCE;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.Exchange;
import org.quittance.core.cash.Match;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.VerdictRecord;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;

/** Keeps what was decided of payments: one verdict after the other, each with its evidence and what it proposes. */
@Component
class Verdicts {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;

    Verdicts(DSLContext sql) {
        this.sql = sql;
    }

    /** One verdict for each match, with its evidence and what it proposes. */
    void record(List<Match> matches, Map<String, PaymentRecord> payments, String actor) {
        Writing verdicts = new Writing(matches.size(), actor);
        for (Match match : matches) {
            PaymentRecord payment = payments.get(match.payment().id());
            if (payment == null) {
                throw new IllegalArgumentException(
                        "No payment " + match.payment().id());
            }
            long verdict = verdicts.add(payment.getId(), name(match.decision()), match.confidence());
            verdicts.addEvidence(verdict, match.evidence());
            if (match.decision() instanceof Decision.Proposed(List<Decision.Division> alternatives)) {
                verdicts.addProposals(verdict, alternatives);
                verdicts.addExchange(verdict, match.payment().exchange());
            }
        }
        verdicts.write();
    }

    /** Whether a match leaves the payment to a person with the very words and proposals of the last verdict. */
    boolean saysTheSame(VerdictRecord last, Match match) {
        if (!last.getDecision().equals(name(match.decision())) || !isLeftToAPerson(match)) {
            return false;
        }
        List<String> said = sql.select(EVIDENCE.SENTENCE)
                .from(EVIDENCE)
                .where(EVIDENCE.VERDICT_ID.eq(last.getId()))
                .orderBy(EVIDENCE.RANK)
                .fetch(EVIDENCE.SENTENCE);
        return said.equals(match.evidence().stream().map(Evidence::sentence).toList())
                && proposed(last.getId()).equals(proposed(match));
    }

    private static boolean isLeftToAPerson(Match match) {
        return switch (match.decision()) {
            case Decision.Proposed _, Decision.Unidentified _ -> true;
            case Decision.Applied _, Decision.OnAccount _ -> false;
        };
    }

    private record ProposedLine(int alternative, long item, long amountMinor) {}

    private Set<ProposedLine> proposed(long verdict) {
        return sql.select(PROPOSAL_LINE.ALTERNATIVE, PROPOSAL_LINE.ITEM_ID, PROPOSAL_LINE.AMOUNT_MINOR)
                .from(PROPOSAL_LINE)
                .where(PROPOSAL_LINE.VERDICT_ID.eq(verdict))
                .fetchSet(row -> new ProposedLine(row.value1(), row.value2(), row.value3()));
    }

    private static Set<ProposedLine> proposed(Match match) {
        if (!(match.decision() instanceof Decision.Proposed(List<Decision.Division> alternatives))) {
            return Set.of();
        }
        Set<ProposedLine> lines = new HashSet<>();
        for (int i = 0; i < alternatives.size(); i++) {
            for (Decision.Line line : alternatives.get(i).lines()) {
                lines.add(new ProposedLine(i, line.item().value(), line.amountMinor()));
            }
        }
        return lines;
    }

    void decidedByHand(long paymentId, String actor) {
        Writing verdicts = new Writing(1, actor);
        verdicts.add(paymentId, BY_HAND, 1);
        verdicts.write();
    }

    /** Verdicts on their way into the book. */
    private final class Writing {

        private final Iterator<Long> ids;
        private final String actor;
        private final CopyRows verdicts;
        private final CopyRows evidence;
        private final CopyRows proposals = new CopyRows(0);
        private final CopyRows proposedDifferences = new CopyRows(0);
        private final CopyRows proposedExchanges = new CopyRows(0);

        private Writing(int count, String actor) {
            this.ids = sql.fetch("select nextval('cash.verdict_id_seq') from generate_series(1, ?)", count)
                    .getValues(0, Long.class)
                    .iterator();
            this.actor = actor;
            this.verdicts = new CopyRows(count);
            this.evidence = new CopyRows(count);
        }

        private long add(long paymentId, String decision, double confidence) {
            long id = ids.next();
            verdicts.value(id)
                    .value(paymentId)
                    .value(decision)
                    .value(BigDecimal.valueOf(confidence))
                    .value(actor)
                    .end();
            return id;
        }

        private void addEvidence(long verdict, List<Evidence> reasons) {
            int rank = 0;
            for (Evidence reason : reasons) {
                evidence.value(verdict)
                        .value(rank++)
                        .value(reason.kind().name())
                        .value(reason.start())
                        .value(reason.end())
                        .value(reason.item())
                        .value(reason.sentence())
                        .end();
            }
        }

        private void addProposals(long verdict, List<Decision.Division> alternatives) {
            for (int i = 0; i < alternatives.size(); i++) {
                for (Decision.Line line : alternatives.get(i).lines()) {
                    proposals
                            .value(verdict)
                            .value(i)
                            .value(line.item())
                            .value(line.amountMinor())
                            .end();
                }
                for (Decision.Difference difference : alternatives.get(i).differences()) {
                    proposedDifferences
                            .value(verdict)
                            .value(i)
                            .value(difference.item())
                            .value(difference.kind())
                            .value(difference.amountMinor())
                            .value(difference.reason())
                            .end();
                }
            }
        }

        private void addExchange(long verdict, @Nullable Exchange exchange) {
            if (exchange != null) {
                proposedExchanges
                        .value(verdict)
                        .value(exchange.taken().currency())
                        .value(exchange.taken().minor())
                        .value(exchange.sentence())
                        .end();
            }
        }

        private void write() {
            verdicts.into("cash.verdict (id, payment_id, decision, confidence, actor)", sql);
            evidence.into("cash.evidence (verdict_id, rank, kind, from_char, to_char, item_id, sentence)", sql);
            proposals.into("cash.proposal_line (verdict_id, alternative, item_id, amount_minor)", sql);
            proposedDifferences.into(
                    "cash.proposal_difference (verdict_id, alternative, item_id, kind, amount_minor, reason)", sql);
            proposedExchanges.into("cash.proposal_exchange (verdict_id, currency, taken_minor, told)", sql);
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
