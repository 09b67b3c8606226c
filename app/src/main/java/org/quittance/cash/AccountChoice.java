package org.quittance.cash;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.quittance.core.ledger.ItemKind;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that a payment is for, when a person looks for it. */
@Service
@Transactional(readOnly = true)
public class AccountChoice {

    private final DSLContext sql;

    AccountChoice(DSLContext sql) {
        this.sql = sql;
    }

    /** An account to choose. */
    public record Choice(long accountId, String number, String customer) {}

    /** An open item of the chosen account. */
    public record ChoiceItem(
            long itemId, ItemKind kind, String document, LocalDate documentDate, LocalDate dueDate, long openMinor) {}

    /** Accounts of the entity by number, name, or the number of an open document. */
    public List<Choice> search(Viewer viewer, long entityId, String words, int most) {
        String text = words.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(ACCOUNT_VIEW
                        .ACCOUNT_NUMBER
                        .eq(text)
                        .or(lower(ACCOUNT_VIEW.CUSTOMER_NAME).contains(text.toLowerCase(Locale.ROOT)))
                        .or(ACCOUNT_VIEW.ACCOUNT_ID.in(select(OPEN_ITEM_VIEW.ACCOUNT_ID)
                                .from(OPEN_ITEM_VIEW)
                                .where(OPEN_ITEM_VIEW.DOCUMENT.eq(text)))))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ACCOUNT_ID)
                .limit(most)
                .fetch(Records.mapping(Choice::new));
    }

    public Optional<Choice> byId(Viewer viewer, long accountId) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(accountId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOptional(Records.mapping(Choice::new));
    }

    /** What is open of the account in the currency, oldest due first. */
    public List<ChoiceItem> openItems(long accountId, String currency, int most) {
        return sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.KIND,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.OPEN_MINOR)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(accountId))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(currency))
                .orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .limit(most)
                .fetch(Records.mapping(ChoiceItem::new));
    }
}
