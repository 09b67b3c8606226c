package org.quittance.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AccountChoice;
import org.quittance.ledger.CreditDraft;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PortfolioMoves;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes entities, accounts and items of a test's own, so that tests on one database do not meet. */
@Component
public class Books {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final LegalEntities entities;
    private final LedgerEntry entry;
    private final Ledger ledger;
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final PortfolioMoves moves;

    public Books(
            LegalEntities entities,
            LedgerEntry entry,
            Ledger ledger,
            DSLContext sql,
            TransactionTemplate transaction,
            PortfolioMoves moves) {
        this.entities = entities;
        this.entry = entry;
        this.ledger = ledger;
        this.sql = sql;
        this.transaction = transaction;
        this.moves = moves;
    }

    /** An entity that no other test knows, with a customer master of its own. */
    public LegalEntity entity(String currency) {
        String code = "T" + NEXT.getAndIncrement();
        return entities.add(
                new LegalEntity(
                        0,
                        code,
                        "Test " + code,
                        currency,
                        "GB",
                        "en",
                        code,
                        "1 Test Street",
                        "",
                        "GB29NWBK60161331926819",
                        ""),
                "test");
    }

    public ItemId invoice(LegalEntity entity, String account, String document, long minor, LocalDate due) {
        return item(entity, account, ItemKind.INVOICE, document, minor, due);
    }

    public ItemId item(LegalEntity entity, String account, ItemKind kind, String document, long minor, LocalDate due) {
        return item(entity, account, kind, document, Money.ofMinor(minor, entity.currency()), due);
    }

    /** An item of whatever currency. */
    public ItemId item(LegalEntity entity, String account, ItemKind kind, String document, Money owed, LocalDate due) {
        enter(List.of(draft(entity, account, kind, document, owed, due)));
        return entered(entity, account, kind, document);
    }

    /** A credit note of ten days ago that says which invoice it is for. */
    public ItemId creditNote(LegalEntity entity, String account, String document, long minor, String invoice) {
        Money owed = Money.ofMinor(-minor, entity.currency());
        ItemDraft plain = draft(entity, account, ItemKind.CREDIT_NOTE, document, owed, TODAY.minusDays(10));
        enter(List.of(new ItemDraft(
                plain.line(),
                plain.entityId(),
                plain.accountNumber(),
                plain.customerName(),
                plain.kind(),
                plain.source(),
                plain.document(),
                plain.documentLine(),
                plain.documentDate(),
                plain.dueDate(),
                plain.dueDateTold(),
                plain.postedOn(),
                plain.currency(),
                plain.originalMinor(),
                plain.openMinor(),
                plain.settledOn(),
                plain.termsDays(),
                plain.discount(),
                plain.assignment(),
                invoice,
                plain.memo())));
        return entered(entity, account, ItemKind.CREDIT_NOTE, document);
    }

    private ItemId entered(LegalEntity entity, String account, ItemKind kind, String document) {
        return ItemId.of(sql.fetchSingle(
                        "select i.id from ledger.item i join ledger.account a on a.id = i.account_id"
                                + " where a.entity_id = ? and a.number = ? and i.document = ? and i.kind = ?",
                        entity.id(),
                        account,
                        document,
                        kind.name())
                .get(0, Long.class));
    }

    /** An invoice that another list than the usual one brings. */
    public void laterInvoice(LegalEntity entity, String account, String document, long minor, LocalDate due) {
        ItemDraft later =
                draft(entity, account, ItemKind.INVOICE, document, Money.ofMinor(minor, entity.currency()), due);
        transaction.executeWithoutResult(_ ->
                entry.enter(List.of(later), new EntryContext(2, TODAY, "test", EntryContext.Completeness.PARTIAL)));
    }

    /** One invoice of the same amount on each account. */
    public void invoices(LegalEntity entity, List<String> accounts, long minor, LocalDate due) {
        Money owed = Money.ofMinor(minor, entity.currency());
        enter(accounts.stream()
                .map(account -> draft(entity, account, ItemKind.INVOICE, "I-" + account, owed, due))
                .toList());
    }

    private static ItemDraft draft(
            LegalEntity entity, String account, ItemKind kind, String document, Money owed, LocalDate due) {
        LocalDate dated = due.minusDays(30);
        return new ItemDraft(
                1,
                entity.id(),
                account,
                "Customer " + account,
                kind,
                "test",
                document,
                "",
                dated,
                due,
                true,
                dated,
                owed.currency().getCurrencyCode(),
                owed.minor(),
                owed.minor(),
                null,
                30,
                null,
                "",
                "",
                "");
    }

    public void enter(List<ItemDraft> drafts) {
        transaction.executeWithoutResult(
                status -> entry.enter(drafts, new EntryContext(1, TODAY, "test", EntryContext.Completeness.PARTIAL)));
    }

    public AccountId account(LegalEntity entity, String number) {
        return AccountId.of(
                sql.fetchSingle("select id from ledger.account where entity_id = ? and number = ?", entity.id(), number)
                        .get(0, Long.class));
    }

    public ItemId payment(LegalEntity entity, String account, String document, long minor, LocalDate on) {
        CreditDraft draft = new CreditDraft(
                account(entity, account), "bank", document, on, Money.ofMinor(minor, entity.currency()), "", "");
        return transaction
                .execute(status -> ledger.receive(List.of(draft), "test"))
                .getFirst();
    }

    public long open(ItemId item) {
        return sql.fetchSingle(
                        "select coalesce((select open_minor from ledger.open_item where item_id = ?), 0)", item.value())
                .get(0, Long.class);
    }

    /** By hand, with some reason. */
    public void moveTo(long portfolio, long account) {
        moves.byHand(new AccountChoice.Ticked(Set.of(account)), portfolio, "For the test", Viewer.system("test"));
    }

    /** A first notice to an account's customer, queued for a far day and written by the given login. */
    public long waitingMessage(AccountId account, LocalDate on, String actor) {
        return sql.fetchSingle(
                        "insert into correspondence.message (customer_id, template, language, from_address, from_name, to_address,"
                                + " to_name, subject, body_text, body_html, header_id, state, queued_at, send_after, last_attempt,"
                                + " business_date, actor, origin, channel)"
                                + " select customer_id, 'NOTICE_1', 'en', 'a@b.example', '', 'c@d.example', '', 's', 't', 'h',"
                                + " 'waits-' || gen_random_uuid(), 'QUEUED', now(), now() + interval '1 year', 5, ?, ?, 'BY_HAND', 'EMAIL'"
                                + " from ledger.account where id = ? returning id",
                        on,
                        actor,
                        account.value())
                .get(0, Long.class);
    }
}
