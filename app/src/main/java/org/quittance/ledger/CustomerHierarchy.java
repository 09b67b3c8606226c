package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.Hierarchy;
import org.quittance.core.ledger.Hierarchy.Links;
import org.quittance.core.ledger.HierarchyRefusal;
import org.quittance.platform.SqlFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who belongs to whom and who pays for whom, by the rules of {@link Hierarchy}.
 *
 * <p>A new payer moves the customer's accounts and open items into the payer's bucket, under the locks of those accounts.
 */
@Service
public class CustomerHierarchy {

    private static final SqlFile LINKS = SqlFile.beside(CustomerHierarchy.class, "links.sql");
    private static final SqlFile PLACE = SqlFile.beside(CustomerHierarchy.class, "place.sql");
    /** One change of the hierarchy at a time: two that are right by themselves could form a circle together. */
    private static final long HIERARCHY_LOCK = 0x51_75_69_74_74_02L;

    private final DSLContext sql;
    private final ItemLocks locks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CustomerHierarchy(DSLContext sql, ItemLocks locks, AuditTrail audit, ApplicationEventPublisher events) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
    }

    /** Places customers: all of them, or none and the reason of each that cannot stand where it is wished to. */
    @Transactional
    public HierarchyOutcome place(List<CustomerPlace> wishes, String actor) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(HIERARCHY_LOCK));
        Map<CustomerId, Links> wished = new HashMap<>();
        wishes.forEach(wish -> wished.put(
                CustomerId.of(wish.customerId()), new Links(idOrNull(wish.parentId()), idOrNull(wish.payerId()))));
        Map<CustomerId, Links> links = links(wished);
        Map<CustomerId, Links> changes = new HashMap<>(wished);
        changes.entrySet().removeIf(wish -> wish.getValue().equals(links.get(wish.getKey())));
        links.replaceAll((customer, known) -> wished.getOrDefault(customer, known));
        Map<CustomerId, HierarchyRefusal> refusals = new Hierarchy(links).refusals(wished.keySet());
        if (!refusals.isEmpty()) {
            return new HierarchyOutcome.Refused(refusals.entrySet().stream()
                    .collect(Collectors.toMap(refusal -> refusal.getKey().value(), Map.Entry::getValue)));
        }
        if (!changes.isEmpty()) {
            record(changes, actor);
        }
        return new HierarchyOutcome.Placed(changes.size());
    }

    private void record(Map<CustomerId, Links> changes, String actor) {
        List<Map.Entry<CustomerId, Links>> rows = List.copyOf(changes.entrySet());
        Long[] customers = rows.stream().map(row -> row.getKey().value()).toArray(Long[]::new);
        Long[] parents =
                rows.stream().map(row -> valueOrNull(row.getValue().parent())).toArray(Long[]::new);
        Long[] payers =
                rows.stream().map(row -> valueOrNull(row.getValue().payer())).toArray(Long[]::new);
        Set<Long> accounts = new HashSet<>(sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.CUSTOMER_ID.in(customers))
                .fetch(ACCOUNT.ID));
        locks.lockAccounts(accounts);
        sql.execute(PLACE.text(), customers, parents, payers);
        if (rows.size() == 1) {
            audit.record(
                    actor,
                    "customer.placed",
                    "customer",
                    customers[0],
                    told(rows.getFirst().getValue()));
        } else {
            audit.record(actor, "customers.placed", "customers", "list", rows.size() + " changed");
        }
        if (!accounts.isEmpty()) {
            events.publishEvent(new AccountsChanged(accounts));
        }
    }

    private Map<CustomerId, Links> links(Map<CustomerId, Links> wished) {
        Long[] named = wished.entrySet().stream()
                .flatMap(wish -> Stream.of(
                        wish.getKey(), wish.getValue().parent(), wish.getValue().payer()))
                .filter(Objects::nonNull)
                .map(CustomerId::value)
                .distinct()
                .toArray(Long[]::new);
        Map<CustomerId, Links> links = new HashMap<>();
        sql.fetch(LINKS.text(), named, named)
                .forEach(row -> links.put(
                        CustomerId.of(row.get(0, Long.class)),
                        new Links(idOrNull(row.get(1, Long.class)), idOrNull(row.get(2, Long.class)))));
        return links;
    }

    private static String told(Links links) {
        return "parent " + Objects.requireNonNullElse(links.parent(), "none") + ", payer "
                + Objects.requireNonNullElse(links.payer(), "itself");
    }

    private static @Nullable CustomerId idOrNull(@Nullable Long value) {
        return value == null ? null : CustomerId.of(value);
    }

    private static @Nullable Long valueOrNull(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }
}
