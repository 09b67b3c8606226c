package org.quittance.copies;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.audit.AuditTrail;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The copies of items, for those who see the items. */
@Service
public class Copies {

    private final CopyStore store;
    private final LedgerReader ledger;
    private final AuditTrail audit;

    Copies(CopyStore store, LedgerReader ledger, AuditTrail audit) {
        this.store = store;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** The copy that is used of each item; items without one are left out. Whoever asks has made sure that the items may be seen. */
    @Transactional(readOnly = true)
    public Map<Long, CopyLine> inUse(Collection<Long> items) {
        Map<Long, CopyLine> used = new LinkedHashMap<>();
        store.ofItems(items).forEach(line -> used.putIfAbsent(line.itemId(), line));
        return used;
    }

    /** All standing copies of an item, the one that is used first. Whoever asks has made sure that the item may be seen. */
    @Transactional(readOnly = true)
    public List<CopyLine> ofItem(long itemId) {
        return store.ofItems(List.of(itemId));
    }

    /** One of the item's copies to be read, which is noted; nothing where the item is not seen or has no such copy. */
    @Transactional
    public Optional<StoredCopy> open(long itemId, long copyId, Viewer viewer) {
        boolean isThere = ledger.item(viewer, itemId).isPresent()
                && ofItem(itemId).stream().anyMatch(line -> line.id() == copyId);
        Optional<StoredCopy> copy = isThere ? store.content(copyId) : Optional.empty();
        copy.ifPresent(found -> audit.record(
                viewer.login(), "copy.opened", "item", itemId, "%s, copy %d".formatted(found.fileName(), copyId)));
        return copy;
    }

    /** Says that a copy is not this item's after all: it is nobody's again. Returns whether it was the item's. */
    @Transactional
    public boolean withdraw(long itemId, long copyId, String reason, Viewer viewer) {
        boolean isThere = ledger.item(viewer, itemId).isPresent()
                && store.hold(copyId).isPresent()
                && store.itemsOf(copyId).contains(itemId);
        if (isThere) {
            store.withdraw(copyId, reason, viewer.login());
            audit.record(viewer.login(), "copy.withdrawn", "copy", copyId, reason);
        }
        return isThere;
    }
}
