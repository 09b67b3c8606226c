package org.quittance.respondents;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.respondents.Tables.ENTITY_DOMAINS;
import static org.quittance.db.respondents.Tables.RESPONDENT;
import static org.quittance.db.respondents.Tables.RESPONDENT_REMOVAL;
import static org.quittance.db.respondents.Tables.SALES_OWNER;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.respondent.CompanyDomains;
import org.quittance.correspondence.MailAddress;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.respondents.DirectoryOutcome.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who in the company may be asked by mail, who sells to which customer, and which domains are the company's own. */
@Service
public class RespondentDirectory {

    private static final Condition IS_LISTED =
            notExists(selectOne().from(RESPONDENT_REMOVAL).where(RESPONDENT_REMOVAL.RESPONDENT_ID.eq(RESPONDENT.ID)));

    private final DSLContext sql;
    private final AuditTrail audit;

    RespondentDirectory(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** By their names. */
    @Transactional(readOnly = true)
    public List<Respondent> all() {
        return fetch(IS_LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Respondent> one(long id) {
        return fetch(IS_LISTED.and(RESPONDENT.ID.eq(id))).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Respondent> byAddress(String address) {
        return fetch(IS_LISTED.and(lower(RESPONDENT.EMAIL).eq(address.strip().toLowerCase(Locale.ROOT)))).stream()
                .findFirst();
    }

    private List<Respondent> fetch(Condition which) {
        return sql.selectFrom(RESPONDENT)
                .where(which)
                .orderBy(RESPONDENT.NAME, RESPONDENT.ID)
                .fetch(row -> new Respondent(
                        row.getId(),
                        new MailAddress(row.getEmail(), row.getName()),
                        row.getDepartment(),
                        row.getLanguage()));
    }

    /** Enters somebody whose address is of one of the company's domains. */
    @Transactional
    public DirectoryOutcome add(RespondentDraft draft, Viewer viewer) {
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            return Reason.NOT_THEIRS.about(draft.email());
        }
        if (draft.name().isEmpty()) {
            return Reason.NO_NAME.about("");
        }
        Optional<MailAddress> address = MailAddress.parse(draft.email(), draft.name());
        if (address.isEmpty()) {
            return Reason.NO_ADDRESS.about(draft.email());
        }
        if (domains().values().stream().noneMatch(domains -> domains.accepts(draft.email()))) {
            return Reason.FOREIGN_DOMAIN.about(draft.email());
        }
        if (byAddress(draft.email()).isPresent()) {
            return Reason.LISTED_ALREADY.about(draft.email());
        }
        long id = sql.insertInto(RESPONDENT)
                .set(RESPONDENT.NAME, address.get().name())
                .set(RESPONDENT.EMAIL, address.get().address())
                .set(RESPONDENT.DEPARTMENT, draft.department())
                .set(RESPONDENT.LANGUAGE, draft.language())
                .set(RESPONDENT.ACTOR, viewer.login())
                .returningResult(RESPONDENT.ID)
                .fetchSingle()
                .value1();
        audit.record(viewer.login(), "respondent.added", "respondent", id, address.get() + " " + draft.department());
        return new DirectoryOutcome.Done();
    }

    /** Takes somebody out: nothing more is asked of them. What they were asked before can still be answered, unless it is revoked. */
    @Transactional
    public DirectoryOutcome remove(long id, Viewer viewer) {
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            return Reason.NOT_THEIRS.about("Respondent " + id);
        }
        one(id).ifPresent(respondent -> {
            sql.insertInto(RESPONDENT_REMOVAL)
                    .set(RESPONDENT_REMOVAL.RESPONDENT_ID, id)
                    .set(RESPONDENT_REMOVAL.ACTOR, viewer.login())
                    .onConflictDoNothing()
                    .execute();
            audit.record(
                    viewer.login(),
                    "respondent.removed",
                    "respondent",
                    id,
                    respondent.address().toString());
        });
        return new DirectoryOutcome.Done();
    }

    /** By the number of the legal entity; entities of which nothing was said have none. */
    @Transactional(readOnly = true)
    public Map<Long, CompanyDomains> domains() {
        Map<Long, CompanyDomains> byEntity = new HashMap<>();
        sql.select(ENTITY_DOMAINS.ENTITY_ID, ENTITY_DOMAINS.DOMAINS)
                .distinctOn(ENTITY_DOMAINS.ENTITY_ID)
                .from(ENTITY_DOMAINS)
                .orderBy(ENTITY_DOMAINS.ENTITY_ID, ENTITY_DOMAINS.ID.desc())
                .forEach(row -> byEntity.put(row.value1(), new CompanyDomains(Set.of(row.value2()))));
        return byEntity;
    }

    /** Sets the domains of an entity's own addresses, as they are typed: parted by blanks or commas; none where nothing is asked by mail. */
    @Transactional
    public DirectoryOutcome setDomains(long entity, String typed, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            return Reason.NOT_THEIRS.about("The domains of entity " + entity);
        }
        List<String> words = CompanyDomains.words(typed);
        Optional<String> wrong =
                words.stream().filter(word -> !CompanyDomains.isDomain(word)).findFirst();
        if (wrong.isPresent()) {
            return Reason.NO_DOMAIN.about(wrong.get());
        }
        CompanyDomains wanted = new CompanyDomains(Set.copyOf(words));
        if (!wanted.equals(domains().getOrDefault(entity, CompanyDomains.NONE))) {
            sql.insertInto(ENTITY_DOMAINS)
                    .set(ENTITY_DOMAINS.ENTITY_ID, entity)
                    .set(ENTITY_DOMAINS.DOMAINS, words.toArray(String[]::new))
                    .set(ENTITY_DOMAINS.ACTOR, viewer.login())
                    .execute();
            audit.record(viewer.login(), "company-domains.set", "entity", entity, wanted.told());
        }
        return new DirectoryOutcome.Done();
    }

    /** Who sells to a customer; empty where nobody has said, or they are no respondent any more. */
    @Transactional(readOnly = true)
    public Optional<Respondent> salesOwner(long customer) {
        return sql.select(SALES_OWNER.RESPONDENT_ID)
                .from(SALES_OWNER)
                .where(SALES_OWNER.CUSTOMER_ID.eq(customer))
                .orderBy(SALES_OWNER.ID.desc())
                .limit(1)
                .fetchOptional(SALES_OWNER.RESPONDENT_ID)
                .flatMap(this::one);
    }

    /**
     * Says who sells to a customer that the viewer sees.
     *
     * @param respondent null for nobody
     */
    @Transactional
    public DirectoryOutcome setSalesOwner(long customer, @Nullable Long respondent, Viewer viewer) {
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            return Reason.NOT_THEIRS.about("The sales owner of customer " + customer);
        }
        Respondent found = respondent == null ? null : one(respondent).orElse(null);
        sql.insertInto(SALES_OWNER)
                .set(SALES_OWNER.CUSTOMER_ID, customer)
                .set(SALES_OWNER.RESPONDENT_ID, found == null ? null : found.id())
                .set(SALES_OWNER.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "sales-owner.set",
                "customer",
                customer,
                found == null ? "nobody" : found.address().toString());
        return new DirectoryOutcome.Done();
    }
}
