package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.quittance.db.correspondence.Tables.PAYMENT_REFERENCE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.quittance.core.cash.Payment;
import org.quittance.core.cash.QuotedLetter;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.reference.LetterReference;
import org.quittance.core.reference.PlanNumber;
import org.springframework.stereotype.Component;

/** Finds the letters that payments quote by their references: none without a query, any number with one. */
@Component
class QuotedLetters {

    private final DSLContext sql;

    QuotedLetters(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What a batch of payments quotes.
     *
     * @param accounts those of the letters' items
     */
    record Quoted(List<QuotedLetter> letters, Set<Long> accounts) {

        private static final Quoted NOTHING = new Quoted(List.of(), Set.of());
    }

    /** The letters to customers of the entity, each with its items of that entity, open or settled. */
    Quoted in(long entityId, Collection<Payment> payments) {
        Set<String> references = new HashSet<>();
        Set<String> plans = new HashSet<>();
        for (Payment payment : payments) {
            Stream.concat(Stream.of(payment.remittanceText()), payment.structuredReferences().stream())
                    .forEach(text -> collect(text, references, plans));
        }
        return references.isEmpty() && plans.isEmpty() ? Quoted.NOTHING : load(entityId, references, plans);
    }

    private static void collect(String text, Set<String> references, Set<String> plans) {
        PlanNumber.find(text).forEach(found -> plans.add(found.number().text()));
        LetterReference.find(text)
                .forEach(found -> references.add(found.reference().value()));
    }

    private Quoted load(long entityId, Set<String> references, Set<String> plans) {
        Set<Long> accounts = new HashSet<>();
        List<QuotedLetter> letters = new ArrayList<>();
        sql.select(
                        PAYMENT_REFERENCE_VIEW.REFERENCE,
                        PAYMENT_REFERENCE_VIEW.LETTER_DATE,
                        PAYMENT_REFERENCE_VIEW.ITEM_ID,
                        PAYMENT_REFERENCE_VIEW.OPEN_MINOR,
                        PAYMENT_REFERENCE_VIEW.ACCOUNT_ID,
                        PAYMENT_REFERENCE_VIEW.BESIDE,
                        coalesce(PAYMENT_REFERENCE_VIEW.PLAN, inline("")))
                .from(PAYMENT_REFERENCE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PAYMENT_REFERENCE_VIEW.ACCOUNT_ID))
                .where(PAYMENT_REFERENCE_VIEW
                        .REFERENCE
                        .eq(any(references.toArray(String[]::new)))
                        .or(PAYMENT_REFERENCE_VIEW.PLAN.eq(any(plans.toArray(String[]::new)))))
                .and(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .orderBy(PAYMENT_REFERENCE_VIEW.REFERENCE, PAYMENT_REFERENCE_VIEW.ITEM_ID)
                .fetch()
                .intoGroups(PAYMENT_REFERENCE_VIEW.REFERENCE)
                .forEach((reference, rows) -> {
                    accounts.addAll(rows.getValues(PAYMENT_REFERENCE_VIEW.ACCOUNT_ID));
                    letters.add(new QuotedLetter(
                            reference,
                            rows.getFirst().value2(),
                            rows.stream()
                                    .filter(row -> !row.value6())
                                    .collect(Collectors.toMap(row -> ItemId.of(row.value3()), row -> row.value4())),
                            rows.stream()
                                    .filter(row -> row.value6())
                                    .map(row -> ItemId.of(row.value3()))
                                    .collect(Collectors.toSet()),
                            rows.getFirst().value7()));
                });
        return new Quoted(letters, accounts);
    }
}
