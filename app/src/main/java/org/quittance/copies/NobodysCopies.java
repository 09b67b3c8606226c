package org.quittance.copies;

import static org.quittance.db.copies.Tables.COPY;
import static org.quittance.db.copies.Tables.NOBODYS_VIEW;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.copy.CopyOwner.Document;
import org.quittance.core.copy.CopyOwner.FoundBy;
import org.quittance.core.copy.CopyOwner.Verdict;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The copies of which nobody could tell whose they are, and a person's word about them. */
@Service
public class NobodysCopies {

    private final DSLContext sql;
    private final CopyStore store;
    private final CopyOwners owners;
    private final LedgerReader ledger;
    private final LegalEntities entities;
    private final AuditTrail audit;

    NobodysCopies(
            DSLContext sql,
            CopyStore store,
            CopyOwners owners,
            LedgerReader ledger,
            LegalEntities entities,
            AuditTrail audit) {
        this.sql = sql;
        this.store = store;
        this.owners = owners;
        this.ledger = ledger;
        this.entities = entities;
        this.audit = audit;
    }

    /** What has become of the wish to give a copy to a document. */
    public sealed interface Given {

        record Done(String document) implements Given {}

        /** Somebody else was quicker, or there is none. */
        record NotNobodys() implements Given {}

        /** No document has the number. */
        record NoSuchDocument() implements Given {}

        /** More than one has it: a person chooses. */
        record Several(List<ItemLine> items) implements Given {
            public Several {
                items = List.copyOf(items);
            }
        }
    }

    @Transactional(readOnly = true)
    public int count() {
        return store.countNobodys();
    }

    /** The newest first, with the reason as things are now. */
    @Transactional(readOnly = true)
    public List<NobodysCopy> newest(int most) {
        Map<Long, Verdict> verdicts = owners.decide(store.nobodys(most));
        Map<Long, String> codes = new HashMap<>();
        for (LegalEntity entity : entities.all()) {
            codes.put(entity.id(), entity.code());
        }
        return sql.select(COPY.ID, COPY.FILE_NAME, COPY.SIZE_BYTES, COPY.ENTITY_ID, COPY.RECEIVED_AT, COPY.ACTOR)
                .from(COPY)
                .join(NOBODYS_VIEW)
                .on(NOBODYS_VIEW.COPY_ID.eq(COPY.ID))
                .orderBy(COPY.ID.desc())
                .limit(most)
                .fetch(row -> new NobodysCopy(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4() == null ? "" : codes.getOrDefault(row.value4(), ""),
                        why(verdicts.get(row.value1())),
                        row.value5(),
                        row.value6()));
    }

    /** A copy that is nobody's to be read, which is noted. */
    @Transactional
    public Optional<StoredCopy> open(long copyId, Viewer viewer) {
        Optional<StoredCopy> copy = store.isNobodys(copyId) ? store.content(copyId) : Optional.empty();
        copy.ifPresent(found -> audit.record(viewer.login(), "copy.opened", "copy", copyId, found.fileName()));
        return copy;
    }

    /** Gives it to the document with the number, in the entity if one is named; only to one that the viewer sees. */
    @Transactional
    public Given give(long copyId, String number, @Nullable Long entityId, Viewer viewer) {
        List<Document> named = owners.named(number).stream()
                .filter(document -> entityId == null || document.entity() == entityId)
                .toList();
        return give(copyId, named, viewer);
    }

    /** Gives it to the document of an item that was chosen of several. */
    @Transactional
    public Given give(long copyId, ItemId item, Viewer viewer) {
        List<Document> named = owners.ofItem(item);
        return give(copyId, named, viewer);
    }

    private Given give(long copyId, List<Document> named, Viewer viewer) {
        List<ItemLine> seen =
                ledger.items(viewer, named.stream().map(Document::item).toList());
        Set<Long> ids = seen.stream().map(ItemLine::id).collect(Collectors.toSet());
        List<Document> possible = named.stream()
                .filter(document -> ids.contains(document.item().value()))
                .toList();
        if (possible.isEmpty()) {
            return new Given.NoSuchDocument();
        }
        Document first = possible.getFirst();
        if (!possible.stream().allMatch(first::isSameAs)) {
            return new Given.Several(seen);
        }
        if (store.hold(copyId).isEmpty() || !store.isNobodys(copyId)) {
            return new Given.NotNobodys();
        }
        store.place(copyId, possible, FoundBy.PERSON, viewer.login());
        audit.record(viewer.login(), "copy.placed", "copy", copyId, first.number() + ", " + FoundBy.PERSON.label());
        return new Given.Done(first.number());
    }

    /** Says that nobody needs it. Returns whether it was nobody's. */
    @Transactional
    public boolean discard(long copyId, String reason, Viewer viewer) {
        boolean isThere = store.hold(copyId).isPresent() && store.isNobodys(copyId);
        if (isThere) {
            store.discard(copyId, reason, viewer.login());
            audit.record(viewer.login(), "copy.discarded", "copy", copyId, reason);
        }
        return isThere;
    }

    /** A document has come in since that it may be of: the next list that is read asks again. */
    private static String why(@Nullable Verdict verdict) {
        return switch (verdict) {
            case Verdict.Nobodys(var _, String sentence) -> sentence;
            case Verdict.Of of ->
                "It was taken away from %s".formatted(of.items().getFirst().number());
            case null -> "It was not asked again";
        };
    }
}
