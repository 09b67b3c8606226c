package org.quittance.disputes;

import static org.quittance.db.disputes.Tables.DISPUTE;
import static org.quittance.db.disputes.Tables.DISPUTE_NOW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.Sentences;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.Dispute.Objection;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.disputes.DisputeOutcome.Done;
import org.quittance.disputes.DisputeOutcome.NotFound;
import org.quittance.disputes.DisputeOutcome.Refused;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens disputes, hands them to somebody else, and keeps what was found out.
 *
 * <p>What was said and what was done are rows that are only added to; {@code dispute_now} is their projection, kept in the same transaction.
 * Two who dispute parts of one item wait for each other, so that no more is disputed than is open.
 */
@Service
public class Disputes {

    private static final int ITEM_LOCKS = 0x51_75_69_44;

    private final DSLContext sql;
    private final DisputeBook book;
    private final DisputeRoutes routes;
    private final DisputeAsker asker;
    private final People people;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Disputes(
            DSLContext sql,
            DisputeBook book,
            DisputeRoutes routes,
            DisputeAsker asker,
            People people,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.book = book;
        this.routes = routes;
        this.asker = asker;
        this.people = people;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Opens a dispute today. From then on nobody asks for that part of the item. */
    @Transactional
    public DisputeOutcome open(DisputeDraft draft, Viewer viewer) {
        return takeOver(draft, clock.today(), viewer);
    }

    /** Opens one that was raised on a day before, as a letter or a former system has it. */
    @Transactional
    public DisputeOutcome takeOver(DisputeDraft draft, LocalDate raisedOn, Viewer viewer) {
        if (raisedOn.isAfter(clock.today())) {
            throw new IllegalArgumentException("Nothing was disputed on %s yet".formatted(raisedOn));
        }
        sql.fetch("select pg_advisory_xact_lock(?, ?)", ITEM_LOCKS, Long.hashCode(draft.itemId()));
        Item item = item(draft.itemId(), viewer);
        if (item == null) {
            return new NotFound();
        }
        Money disputed = Money.ofMinor(
                book.leftOutMinor(item.id()), item.open().currency().getCurrencyCode());
        Optional<Objection> objection =
                Dispute.objectionToOpening(draft.amount(), item.open(), disputed, draft.reason(), draft.words());
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        DisputeRoute route = routes.of(draft.reason());
        Optional<DisputeOwner> owner = owner(draft, route, item);
        if (owner.isEmpty() && (route.owner() != null || isOwnerNamed(draft))) {
            return new Refused(Objection.NEEDS_AN_OWNER);
        }
        LocalDate answerBy = draft.answerBy() == null
                ? item.calendar().plusBusinessDays(raisedOn, route.workingDays())
                : draft.answerBy();
        if (answerBy.isBefore(raisedOn)) {
            return new Refused(Objection.DAY_IS_OVER);
        }
        String words = draft.words().strip();
        long id = book.open(
                new DisputeBook.Said(item.id(), item.accountId(), draft.amount().minor(), draft.reason(), words, null),
                new DisputeBook.Assigned(owner.orElse(null), answerBy),
                raisedOn,
                viewer.login());
        String told = "%s of %s: %s%s"
                .formatted(
                        Sentences.money(draft.amount()),
                        item.document(),
                        draft.reason().label(),
                        words.isEmpty() ? "" : ", \"" + words + "\"");
        note(item, "Disputed, D" + id, told, viewer);
        audit.record(viewer.login(), "dispute.opened", "dispute", id, told);
        events.publishEvent(new DisputesChanged(Set.of(item.accountId())));
        if (raisedOn.equals(clock.today())) {
            asker.ask(id, viewer);
        }
        return new Done(id);
    }

    private static boolean isOwnerNamed(DisputeDraft draft) {
        return draft.respondent() != null
                || (draft.owner() != null && !draft.owner().isBlank());
    }

    /** Whoever was chosen, else whoever the reason goes to; empty where that is nobody, or may not be. */
    private Optional<DisputeOwner> owner(DisputeDraft draft, DisputeRoute route, Item item) {
        Long respondent = draft.respondent();
        if (respondent != null) {
            return asker.respondent(respondent);
        }
        String login = draft.owner() == null || draft.owner().isBlank() ? route.owner() : draft.owner();
        return login == null || !mayOwn(login, item)
                ? Optional.empty()
                : Optional.of(new DisputeOwner.Colleague(login));
    }

    /** Gives an open dispute to somebody else who signs in; the day of the answer stays. */
    @Transactional
    public DisputeOutcome handOver(long id, String owner, String words, Viewer viewer) {
        return handOver(
                id,
                item -> owner.isBlank() || !mayOwn(owner, item)
                        ? Optional.empty()
                        : Optional.of(new DisputeOwner.Colleague(owner)),
                words,
                viewer);
    }

    /** Gives an open dispute to a respondent, who is asked by mail; the day of the answer stays. */
    @Transactional
    public DisputeOutcome handOverByMail(long id, long respondent, String words, Viewer viewer) {
        return handOver(id, _ -> asker.respondent(respondent), words, viewer);
    }

    private DisputeOutcome handOver(
            long id, Function<Item, Optional<DisputeOwner>> choice, String words, Viewer viewer) {
        Held held = held(id, viewer);
        if (held == null) {
            return new NotFound();
        }
        if (held.dispute().state() != Dispute.State.OPEN) {
            return new Refused(Objection.IS_OVER);
        }
        Optional<DisputeOwner> owner = choice.apply(held.item());
        if (owner.isEmpty()) {
            return new Refused(Objection.NEEDS_AN_OWNER);
        }
        String told = words.isBlank() ? "No more was said" : words.strip();
        book.handOver(new DisputeBook.Deed(id, told, clock.today(), viewer.login()), owner.get());
        String name = switch (owner.get()) {
            case DisputeOwner.Colleague(String login) -> login;
            case DisputeOwner.ByMail(String respondent, String email) -> respondent + " <" + email + ">";
        };
        audit.record(viewer.login(), "dispute.handed-over", "dispute", id, Sentences.said(name, told));
        asker.ask(id, viewer);
        return new Done(id);
    }

    /**
     * Keeps what was found out.
     *
     * @param notOwed what of the disputed part is not owed: left out until its credit has come; the rest is asked for again
     */
    @Transactional
    public DisputeOutcome answer(long id, Money notOwed, String finding, Viewer viewer) {
        return answer(id, new Finding(notOwed, finding, ""), viewer);
    }

    /**
     * What somebody has found out.
     *
     * @param saidBy who, where that is not whoever writes it down; empty else
     */
    record Finding(Money notOwed, String words, String saidBy) {}

    @Transactional
    DisputeOutcome answer(long id, Finding finding, Viewer viewer) {
        Held held = held(id, viewer);
        if (held == null) {
            return new NotFound();
        }
        Optional<Objection> objection = held.dispute().objectionToAnswer(finding.notOwed(), finding.words());
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        end(
                held,
                new DisputeBook.Ending(
                        DisputeBook.End.ANSWER,
                        held.dispute().answered(finding.notOwed()).state(),
                        finding.notOwed().minor(),
                        finding.saidBy()),
                finding.words().strip(),
                viewer);
        return new Done(id);
    }

    /** The customer no longer says so: the part is asked for again. */
    @Transactional
    public DisputeOutcome withdraw(long id, String words, Viewer viewer) {
        Held held = held(id, viewer);
        if (held == null) {
            return new NotFound();
        }
        if (held.dispute().state() != Dispute.State.OPEN) {
            return new Refused(Objection.IS_OVER);
        }
        if (words.isBlank()) {
            return new Refused(Objection.NEEDS_A_FINDING);
        }
        end(
                held,
                new DisputeBook.Ending(DisputeBook.End.WITHDRAW, Dispute.State.WITHDRAWN, null, ""),
                words.strip(),
                viewer);
        return new Done(id);
    }

    private void end(Held held, DisputeBook.Ending ending, String words, Viewer viewer) {
        book.end(new DisputeBook.Deed(held.id(), words, clock.today(), viewer.login()), ending);
        Money amount = held.dispute().amount();
        Long notOwed = ending.notOwedMinor();
        String told = "%s of %s, %s: %s%s"
                .formatted(
                        Sentences.money(amount),
                        held.item().document(),
                        notOwed == null || notOwed == 0
                                ? "owed"
                                : Sentences.money(Money.ofMinor(
                                                notOwed, amount.currency().getCurrencyCode()))
                                        + " not owed",
                        words,
                        ending.saidBy().isEmpty() ? "" : " (answered by " + ending.saidBy() + ")");
        note(held.item(), "Dispute D%d: %s".formatted(held.id(), ending.state().label()), told, viewer);
        audit.record(
                viewer.login(),
                "dispute.ended",
                "dispute",
                held.id(),
                Sentences.said(ending.state().toString(), told));
        events.publishEvent(new DisputesChanged(Set.of(held.item().accountId())));
    }

    /** An item, and where it belongs. */
    private record Item(
            long id, long accountId, long customerId, String document, Money open, BusinessCalendar calendar) {}

    /** A dispute, locked until the transaction ends. */
    private record Held(long id, Dispute dispute, Item item) {}

    /** Null where the viewer sees none; nothing is open of one that is settled. */
    private @Nullable Item item(long itemId, Viewer viewer) {
        return sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.ENTITY_COUNTRY)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(itemId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOne(row -> item(
                        row,
                        row.get(OPEN_ITEM_VIEW.ITEM_ID),
                        row.get(OPEN_ITEM_VIEW.DOCUMENT),
                        Money.ofMinor(row.get(OPEN_ITEM_VIEW.OPEN_MINOR), row.get(OPEN_ITEM_VIEW.CURRENCY))));
    }

    private static Item item(Record row, long id, String document, Money open) {
        return new Item(
                id,
                row.get(ACCOUNT_VIEW.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                document,
                open,
                BusinessCalendars.named(row.get(ACCOUNT_VIEW.ENTITY_COUNTRY)).orElse(BusinessCalendars.TARGET));
    }

    private @Nullable Held held(long id, Viewer viewer) {
        Dispute.State state = sql.select(DISPUTE_NOW.STATE)
                .from(DISPUTE_NOW)
                .where(DISPUTE_NOW.DISPUTE_ID.eq(id))
                .forUpdate()
                .fetchOne(DISPUTE_NOW.STATE);
        if (state == null) {
            return null;
        }
        return DisputeList.select(sql)
                .where(DISPUTE.ID.eq(id))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOne(row -> {
                    DisputeLine line = DisputeList.line(row);
                    return new Held(
                            id,
                            new Dispute(line.amount(), state),
                            item(row, line.itemId(), line.document(), line.open()));
                });
    }

    /** Somebody who works here and sees the account. */
    private boolean mayOwn(String login, Item item) {
        return people.credentials(login)
                .filter(credentials -> credentials.disabledAt() == null)
                .map(credentials -> credentials.viewer())
                .filter(viewer -> sql.fetchExists(
                        ACCOUNT_VIEW,
                        ACCOUNT_VIEW
                                .ACCOUNT_ID
                                .eq(item.accountId())
                                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))))
                .isPresent();
    }

    private void note(Item item, String what, String words, Viewer viewer) {
        timeline.log(new Activity(
                CustomerId.of(item.customerId()),
                AccountId.of(item.accountId()),
                Activity.Kind.NOTE,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                null,
                what,
                words,
                null));
    }
}
