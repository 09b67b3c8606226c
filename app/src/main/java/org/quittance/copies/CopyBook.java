package org.quittance.copies;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quittance.audit.AuditTrail;
import org.quittance.copies.CopyStore.Undecided;
import org.quittance.core.copy.CopyOwner.Document;
import org.quittance.core.copy.CopyOwner.Verdict;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes copies in, and finds the item of each. */
@Service
public class CopyBook {

    private static final int ASKED_AGAIN = 2_000;

    private final CopyStore store;
    private final CopyOwners owners;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CopyBook(CopyStore store, CopyOwners owners, AuditTrail audit, BusinessClock clock) {
        this.store = store;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a copy and finds its item. The same bytes a second time change nothing, unless nobody could tell whose they are. */
    @Transactional
    public TakenCopy take(NewCopy copy, String actor) {
        String sha256 = sha256(copy.content());
        store.hold(sha256);
        Optional<Long> before = store.byContent(sha256);
        if (before.isEmpty()) {
            long id = store.insert(copy, sha256, clock.today(), actor);
            audit.record(actor, "copy.received", "copy", id, copy.signs().fileName());
            return place(new Undecided(id, copy.signs(), copy.entityId()), actor);
        }
        Undecided again = new Undecided(before.get(), copy.signs(), copy.entityId());
        return store.isNobodys(before.get()) ? placeAgain(again, actor) : known(again);
    }

    /** Asks about the newest of those that are nobody's again, when items have come in. Returns how many have found their item. */
    @Transactional
    public int askAgain(String actor) {
        List<Undecided> waiting = store.neverPlaced(ASKED_AGAIN);
        int placed = 0;
        for (var decided : owners.decide(waiting).entrySet()) {
            if (decided.getValue() instanceof Verdict.Of of) {
                store.hold(decided.getKey());
                if (store.isNobodys(decided.getKey())) {
                    record(decided.getKey(), of, actor);
                    placed++;
                }
            }
        }
        return placed;
    }

    /** What the copies that came in a file are at this moment. */
    @Transactional(readOnly = true)
    public CopyTally tally(long uploadId) {
        return store.tally(uploadId);
    }

    private TakenCopy place(Undecided copy, String actor) {
        return switch (verdict(copy)) {
            case Verdict.Nobodys(var _, String sentence) -> new TakenCopy.Nobodys(copy.id(), sentence);
            case Verdict.Of of -> {
                record(copy.id(), of, actor);
                yield new TakenCopy.Placed(copy.id());
            }
        };
    }

    private TakenCopy placeAgain(Undecided copy, String actor) {
        return !store.wasPlaced(copy.id()) && place(copy, actor) instanceof TakenCopy.Placed placed
                ? placed
                : new TakenCopy.KnownAlready(copy.id());
    }

    /** What is placed already stays where it is; a name that says otherwise is worth a word. */
    private TakenCopy known(Undecided copy) {
        Optional<String> discarded = store.discardedBecause(copy.id());
        if (discarded.isPresent()) {
            return new TakenCopy.Contradicted(copy.id(), discarded.get());
        }
        List<Long> items = store.itemsOf(copy.id());
        boolean isAnother = verdict(copy) instanceof Verdict.Of of
                && of.items().stream()
                        .noneMatch(item -> items.contains(item.item().value()));
        return isAnother
                ? new TakenCopy.Contradicted(copy.id(), "The same content is the copy of another document already")
                : new TakenCopy.KnownAlready(copy.id());
    }

    private Verdict verdict(Undecided copy) {
        return Objects.requireNonNull(owners.decide(List.of(copy)).get(copy.id()));
    }

    private void record(long copy, Verdict.Of of, String actor) {
        Document first = of.items().getFirst();
        store.place(copy, of.items(), of.by(), actor);
        audit.record(
                actor,
                "copy.placed",
                "copy",
                copy,
                first.number() + ", " + of.by().label());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
