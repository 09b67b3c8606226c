package org.quittance.copies;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.DOCUMENT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.copies.CopyStore.Undecided;
import org.quittance.core.copy.CopyOwner;
import org.quittance.core.copy.CopyOwner.Document;
import org.quittance.core.copy.CopyOwner.Entity;
import org.quittance.core.copy.CopyOwner.Verdict;
import org.quittance.core.copy.DocumentKey;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.ledger.LegalEntities;
import org.springframework.stereotype.Component;

/** Loads the documents that copies may be of, and has it decided. */
@Component
class CopyOwners {

    private final DSLContext sql;
    private final LegalEntities entities;

    CopyOwners(DSLContext sql, LegalEntities entities) {
        this.sql = sql;
        this.entities = entities;
    }

    /** A verdict about each, whatever their number by two queries. */
    Map<Long, Verdict> decide(List<Undecided> copies) {
        Map<String, List<Document>> known = documents(
                copies.stream().flatMap(copy -> copy.signs().numbers().stream()).collect(Collectors.toSet()));
        List<Entity> ours = entities.all().stream()
                .map(each -> new Entity(each.id(), each.code(), each.name()))
                .toList();
        Map<Long, Verdict> verdicts = new HashMap<>();
        for (Undecided copy : copies) {
            List<Document> named = copy.signs().numbers().stream()
                    .map(DocumentKey::of)
                    .distinct()
                    .flatMap(key -> known.getOrDefault(key, List.of()).stream())
                    .toList();
            verdicts.put(copy.id(), CopyOwner.decide(copy.signs(), copy.entityId(), ours, named));
        }
        return verdicts;
    }

    /** The documents that a person means by a number: those with it as it is written, else those that differ in punctuation and zeros alone. */
    List<Document> named(String number) {
        List<Document> alike = documents(Set.of(number)).getOrDefault(DocumentKey.of(number), List.of());
        List<Document> same = alike.stream()
                .filter(document -> document.number().strip().equalsIgnoreCase(number.strip()))
                .toList();
        return same.isEmpty() ? alike : same;
    }

    /** All items of the document of one. */
    List<Document> ofItem(ItemId item) {
        return load(DOCUMENT_VIEW.ITEM_ID.eq(item.value())).stream()
                .flatMap(one ->
                        load(DOCUMENT_VIEW.DOCUMENT.eq(one.number())).stream().filter(one::isSameAs))
                .toList();
    }

    /** By their keys: open ones in whatever spelling, settled ones as the number or a usual spelling of it stands in the ledger. */
    private Map<String, List<Document>> documents(Collection<String> numbers) {
        Set<String> keys = numbers.stream()
                .map(DocumentKey::of)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        Set<String> spellings = new HashSet<>();
        numbers.forEach(number -> spellings.addAll(DocumentKey.spellings(number)));
        Map<Long, Document> found = new LinkedHashMap<>();
        load(DOCUMENT_VIEW.ITEM_ID.in(sql.select(OPEN_ITEM_VIEW.ITEM_ID)
                        .from(OPEN_ITEM_VIEW)
                        .where(OPEN_ITEM_VIEW.DOCUMENT_KEY.eq(any(keys.toArray(String[]::new))))))
                .forEach(document -> found.put(document.item().value(), document));
        load(DOCUMENT_VIEW.DOCUMENT.eq(any(spellings.toArray(String[]::new))))
                .forEach(document -> found.put(document.item().value(), document));
        return new ArrayList<>(found.values())
                .stream().collect(Collectors.groupingBy(document -> DocumentKey.of(document.number())));
    }

    private List<Document> load(Condition which) {
        return sql.select(
                        DOCUMENT_VIEW.ITEM_ID,
                        DOCUMENT_VIEW.ACCOUNT_ID,
                        DOCUMENT_VIEW.ENTITY_ID,
                        DOCUMENT_VIEW.KIND,
                        DOCUMENT_VIEW.DOCUMENT)
                .from(DOCUMENT_VIEW)
                .where(which)
                .orderBy(DOCUMENT_VIEW.ITEM_ID)
                .fetch(row -> new Document(
                        ItemId.of(row.value1()), AccountId.of(row.value2()), row.value3(), row.value4(), row.value5()));
    }
}
