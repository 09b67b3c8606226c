package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ENTITY;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.PostalAddress;
import org.quittance.db.ledger.tables.records.EntityRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the legal entities. */
@Service
public class LegalEntities {

    private final DSLContext sql;
    private final AuditTrail audit;

    LegalEntities(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<LegalEntity> all() {
        return sql.selectFrom(ENTITY).orderBy(ENTITY.CODE).fetch(LegalEntities::entity);
    }

    @Transactional(readOnly = true)
    public Optional<LegalEntity> byCode(String code) {
        return sql.fetchOptional(ENTITY, ENTITY.CODE.eq(code)).map(LegalEntities::entity);
    }

    @Transactional(readOnly = true)
    public LegalEntity byId(long id) {
        return entity(sql.fetchSingle(ENTITY, ENTITY.ID.eq(id)));
    }

    /** Adds an entity; its number in the argument is ignored, and the new one is in the answer. */
    @Transactional
    public LegalEntity add(LegalEntity draft, String actor) {
        EntityRecord row = sql.insertInto(ENTITY)
                .set(ENTITY.CODE, draft.code())
                .set(ENTITY.NAME, draft.name())
                .set(ENTITY.CURRENCY, draft.currency())
                .set(ENTITY.COUNTRY, draft.country())
                .set(ENTITY.LANGUAGE, draft.language())
                .set(ENTITY.CUSTOMER_MASTER, draft.customerMaster())
                .set(ENTITY.ADDRESS, draft.address())
                .set(ENTITY.EMAIL, draft.email())
                .set(ENTITY.IBAN, draft.iban())
                .set(ENTITY.BIC, draft.bic())
                .set(ENTITY.STREET, draft.postal().street())
                .set(ENTITY.HOUSE_NUMBER, draft.postal().houseNumber())
                .set(ENTITY.POSTAL_CODE, draft.postal().postalCode())
                .set(ENTITY.TOWN, draft.postal().town())
                .returning()
                .fetchSingle();
        audit.record(actor, "entity.added", "entity", row.getId(), draft.code() + " " + draft.name());
        return entity(row);
    }

    /** Changes what stands on the entity's letters: name, language, addresses, e-mail, IBAN and BIC. Code, books and country stay. */
    @Transactional
    public void changeLetterhead(LegalEntity wanted, String actor) {
        EntityRecord row = sql.fetchSingle(ENTITY, ENTITY.ID.eq(wanted.id()));
        FieldChanges changes = new FieldChanges()
                .of("name", row.getName(), wanted.name())
                .of("language", row.getLanguage(), wanted.language())
                .of("address", row.getAddress(), wanted.address())
                .of("e-mail", row.getEmail(), wanted.email())
                .of("IBAN", row.getIban(), wanted.iban())
                .of("BIC", row.getBic(), wanted.bic())
                .of("street", row.getStreet(), wanted.postal().street())
                .of("house number", row.getHouseNumber(), wanted.postal().houseNumber())
                .of("postal code", row.getPostalCode(), wanted.postal().postalCode())
                .of("town", row.getTown(), wanted.postal().town());
        row.setName(wanted.name());
        row.setLanguage(wanted.language());
        row.setAddress(wanted.address());
        row.setEmail(wanted.email());
        row.setIban(wanted.iban());
        row.setBic(wanted.bic());
        row.setStreet(wanted.postal().street());
        row.setHouseNumber(wanted.postal().houseNumber());
        row.setPostalCode(wanted.postal().postalCode());
        row.setTown(wanted.postal().town());
        row.update();
        audit.record(actor, "entity.changed", "entity", wanted.id(), changes.toString());
    }

    private static LegalEntity entity(EntityRecord row) {
        return new LegalEntity(
                row.getId(),
                row.getCode(),
                row.getName(),
                row.getCurrency(),
                row.getCountry(),
                row.getLanguage(),
                row.getCustomerMaster(),
                row.getAddress(),
                row.getEmail(),
                row.getIban(),
                row.getBic(),
                new PostalAddress(row.getStreet(), row.getHouseNumber(), row.getPostalCode(), row.getTown()));
    }
}
