package org.quittance.collections.strategy;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices what is right by itself and odd beside the customers and the other strategies. */
@Service
public class StrategyRemarks {

    private final DSLContext sql;
    private final StrategyBook book;

    StrategyRemarks(DSLContext sql, StrategyBook book) {
        this.sql = sql;
        this.book = book;
    }

    /**
     * What may be meant and may be a slip, by the field of the content that it is about: segments that no customer has, and a place that
     * another strategy has too.
     */
    @Transactional
    public Map<String, String> about(StrategyContent content) {
        Map<String, String> remarks = new LinkedHashMap<>();
        segmentsUnknown(content).ifPresent(sentence -> remarks.put("segments", sentence));
        book.all().stream()
                .map(List::getFirst)
                .filter(other -> other.ended() == null
                        && !other.content().code().equals(content.code())
                        && other.content().place() == content.place())
                .findFirst()
                .ifPresent(other -> remarks.put(
                        "place",
                        "%s has place %d too; of the two, %s is asked first."
                                .formatted(
                                        other.content().name(),
                                        content.place(),
                                        other.content().code().compareTo(content.code()) < 0
                                                ? other.content().name()
                                                : content.name())));
        return remarks;
    }

    /** Another strategy that goes by the same name and has not ended: nobody could tell the two apart in a list. */
    @Transactional
    public Optional<StrategyKept> namesake(StrategyContent content) {
        return book.all().stream()
                .map(List::getFirst)
                .filter(other -> other.ended() == null
                        && !other.content().code().equals(content.code())
                        && other.content().name().equalsIgnoreCase(content.name()))
                .findFirst();
    }

    private Optional<String> segmentsUnknown(StrategyContent content) {
        if (content.audience().segments().isEmpty()) {
            return Optional.empty();
        }
        List<String> known = sql.selectDistinct(ACCOUNT_VIEW.SEGMENT)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.SEGMENT.ne(""))
                .orderBy(ACCOUNT_VIEW.SEGMENT)
                .fetch(ACCOUNT_VIEW.SEGMENT);
        List<String> unknown = content.audience().segments().stream()
                .filter(segment -> !known.contains(segment))
                .sorted()
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("No customer has the segment %s; there %s."
                        .formatted(
                                String.join(", ", unknown),
                                known.isEmpty() ? "are none" : "are " + String.join(", ", known)));
    }
}
