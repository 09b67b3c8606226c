package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.quittance.db.cash.Tables.APPLICATION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.POSTING_VIEW;
import static org.quittance.db.ledger.Tables.SETTLED_ITEM_VIEW;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** Finds the documents that payers name although nothing of them is open any more: perhaps they are paid twice. */
@Component
class SettledDocuments {

    private static final Table<?> LAST = lateral(select(POSTING_VIEW.BUSINESS_DATE, POSTING_VIEW.ALLOCATION_ID)
                    .from(POSTING_VIEW)
                    .where(POSTING_VIEW.ITEM_ID.eq(SETTLED_ITEM_VIEW.ITEM_ID))
                    .orderBy(POSTING_VIEW.POSTING_ID.desc())
                    .limit(1))
            .as(POSTING_VIEW.getName());

    private final DSLContext sql;

    SettledDocuments(DSLContext sql) {
        this.sql = sql;
    }

    /** What a payment of an entity says. */
    record Text(long paymentId, long entityId, String remittance) {}

    private record Found(long entityId, @Nullable Long settledBy, SettledDocument document) {}

    /** In one query, whatever the number of payments; none for payments that name no such document. */
    Map<Long, List<SettledDocument>> namedIn(Collection<Text> texts, Viewer viewer) {
        Set<String> words = new HashSet<>();
        texts.forEach(text -> words.addAll(wordsOf(text)));
        if (words.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Found>> found = found(
                        words, texts.stream().map(Text::entityId).toList(), viewer)
                .stream()
                .collect(Collectors.groupingBy(one -> one.document().document()));
        Map<Long, List<SettledDocument>> named = new HashMap<>();
        for (Text text : texts) {
            List<SettledDocument> settled = wordsOf(text).stream()
                    .sorted()
                    .flatMap(word -> found.getOrDefault(word, List.of()).stream())
                    .filter(one -> one.entityId() == text.entityId()
                            && (one.settledBy() == null || one.settledBy() != text.paymentId()))
                    .map(Found::document)
                    .toList();
            if (!settled.isEmpty()) {
                named.put(text.paymentId(), settled);
            }
        }
        return named;
    }

    private List<Found> found(Set<String> words, Collection<Long> entities, Viewer viewer) {
        return sql.select(
                        ACCOUNT_VIEW.ENTITY_ID,
                        APPLICATION.PAYMENT_ID,
                        SETTLED_ITEM_VIEW.ITEM_ID,
                        SETTLED_ITEM_VIEW.DOCUMENT,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        LAST.field(POSTING_VIEW.BUSINESS_DATE))
                .from(SETTLED_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(SETTLED_ITEM_VIEW.ACCOUNT_ID))
                .join(LAST)
                .on(trueCondition())
                .leftJoin(APPLICATION)
                .on(APPLICATION.ALLOCATION_ID.eq(LAST.field(POSTING_VIEW.ALLOCATION_ID)))
                .where(SETTLED_ITEM_VIEW.DOCUMENT.eq(any(words.toArray(String[]::new))))
                .and(ACCOUNT_VIEW.ENTITY_ID.in(Set.copyOf(entities)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(SETTLED_ITEM_VIEW.DOCUMENT, SETTLED_ITEM_VIEW.ITEM_ID)
                .fetch(row -> {
                    Long payment = row.value2();
                    LocalDate on = row.value6();
                    return new Found(
                            row.value1(),
                            payment,
                            new SettledDocument(row.value3(), row.value4(), row.value5(), on, payment));
                });
    }

    private static Set<String> wordsOf(Text text) {
        Set<String> words = new HashSet<>();
        CandidateLoader.collectWords(text.remittance(), words);
        CandidateLoader.collectWords(text.remittance().toUpperCase(Locale.ROOT), words);
        return words;
    }
}
