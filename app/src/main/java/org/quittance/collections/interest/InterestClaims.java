package org.quittance.collections.interest;

import static org.quittance.db.collections.Tables.INTEREST_CLAIM;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM_ITEM;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM_PERIOD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Reader;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.InForceList;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Line;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.letter.InterestLetter;
import org.quittance.correspondence.letter.Signature;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims late-payment interest and compensation by a notice, and keeps what was claimed.
 *
 * <p>A notice asks for all that is due at its day, but for items of which a waiver waits for approval; a later one takes its place. Nothing is posted by it: what the customer owes in the ledger
 * stays what the ERP has billed.
 */
@Service
public class InterestClaims {

    private static final int DAYS_TO_PAY = 14;

    private final DSLContext sql;
    private final InterestReader reader;
    private final InterestClaimStore store;
    private final InterestWaivers waivers;
    private final InForceList inForce;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final HandSteps steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    InterestClaims(
            DSLContext sql,
            InterestReader reader,
            InterestClaimStore store,
            InterestWaivers waivers,
            InForceList inForce,
            Correspondents correspondents,
            Outbox outbox,
            HandSteps steps,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.reader = reader;
        this.store = store;
        this.waivers = waivers;
        this.inForce = inForce;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.steps = steps;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a notice reaches the customer. */
    public enum Way {
        BY_MAIL,
        /** A person prints and posts it. */
        ON_PAPER
    }

    /** What a notice does with items of which a waiver waits for approval. */
    public enum Undecided {
        /** They are left out, all of each: whoever decides is not forestalled, and the customer is promised nothing. */
        LEFT_OUT,
        /** They are claimed as if nobody had asked to give anything up. */
        CLAIMED
    }

    /** Of the accounts that the viewer sees, the latest first. */
    @Transactional(readOnly = true)
    public List<InterestClaim> all(Viewer viewer) {
        return store.all(viewer);
    }

    /** Of one account, the latest first. */
    @Transactional(readOnly = true)
    public List<InterestClaim> ofAccount(long account, Viewer viewer) {
        return store.ofAccount(account, viewer);
    }

    @Transactional(readOnly = true)
    public Optional<InterestClaim> one(long id, Viewer viewer) {
        return store.one(id, viewer);
    }

    /** The notice that would be claimed now, as PDF, without what waits for approval; empty where nothing else is due. */
    @Transactional(readOnly = true)
    public Optional<byte[]> preview(long account, Viewer viewer) {
        return reader.of(account, clock.today(), viewer)
                .flatMap(view -> draft(view, Undecided.LEFT_OUT, viewer))
                .map(claim -> letter(claim, viewer.name()).write().pdf());
    }

    /** A claim's notice again, as PDF: the same figures, whatever has become of the items. */
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(long id, Viewer viewer) {
        return store.one(id, viewer)
                .map(claim -> letter(claim, claim.actor()).write().pdf());
    }

    /** Claims what is due on the account today. */
    @Transactional
    public AgreementOutcome claim(long account, Way way, Undecided undecided, Viewer viewer) {
        redecision.hold(Set.of(account));
        InterestView view = reader.of(account, clock.today(), viewer).orElse(null);
        if (view == null) {
            return new AgreementOutcome.Refused("There is no such account in your portfolios.");
        }
        Optional<InForce> other = inForce.handOver(Set.of(account), clock.today());
        if (other.isPresent()) {
            return new AgreementOutcome.Refused(
                    other.get().sentence() + ": they claim interest with the debt. Nobody of us writes.");
        }
        InterestClaim draft = draft(view, undecided, viewer).orElse(null);
        if (draft == null) {
            return new AgreementOutcome.Refused(
                    waivers.waiting(account, viewer).isPresent()
                            ? "A waiver of all that is due waits for approval. Have it decided first, or choose to claim it all the same."
                            : "Nothing is due that could be claimed today.");
        }
        Reader to = correspondents.reader(draft.debtor().customerId());
        Account from = account(account);
        if (way == Way.BY_MAIL && (to.address() == null || from.from() == null)) {
            return new AgreementOutcome.Refused(
                    to.address() == null
                            ? Correspondents.NO_RECIPIENT + " Or send it on paper."
                            : from.sender().name()
                                    + " has no e-mail address to send from. Enter one, or send it on paper.");
        }
        Set<Long> accounts = Set.of(account);
        List<ItemStep> due = steps.due(accounts, clock.today(), action -> action == Action.INTEREST_NOTICE);
        Long message = way == Way.BY_MAIL ? mail(draft, from, to, viewer) : null;
        long id = write(draft, message);
        note(draft, id, way, viewer);
        steps.taken(due, accounts, Action.INTEREST_NOTICE, new Deed(clock.today(), message, viewer.login()));
        redecision.decide(accounts);
        return new AgreementOutcome.Done(id);
    }

    private Long mail(InterestClaim claim, Account from, Reader to, Viewer viewer) {
        if (from.from() == null || to.address() == null) {
            throw new IllegalStateException("No address for the notice of account " + from.number());
        }
        InterestLetter letter = letter(claim, viewer.name());
        WrittenLetter written = letter.write();
        return outbox.queue(new OutgoingMessage(
                        letter.to().customer(),
                        InterestLetter.TEMPLATE,
                        letter.language(),
                        from.from(),
                        to.address(),
                        written.subject(),
                        written.text(),
                        written.html(),
                        claim.lines().stream()
                                .map(line ->
                                        new ListedItem(ItemId.of(line.itemId()), AccountId.of(from.id()), line.open()))
                                .toList(),
                        List.of(new Attachment(written.pdfName(), "application/pdf", written.pdf())),
                        claim.asOf(),
                        viewer.login(),
                        Origin.BY_HAND))
                .value();
    }

    private Optional<InterestClaim> draft(InterestView view, Undecided undecided, Viewer viewer) {
        AccountInterest interest = view.interest();
        if (interest == null) {
            return Optional.empty();
        }
        InterestView.Owed owed = view.account();
        List<Line> lines = switch (undecided) {
            case CLAIMED -> interest.claimable();
            case LEFT_OUT -> decided(interest, waivers.waiting(owed.accountId(), viewer));
        };
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InterestClaim(
                0,
                new PlanView.Debtor(owed.customerId(), owed.customerName(), owed.accountId(), owed.entityCode()),
                interest.scheme(),
                view.asOf(),
                view.asOf().plusDays(DAYS_TO_PAY),
                null,
                null,
                viewer.login(),
                clock.now(),
                lines.stream().map(InterestClaims::line).toList()));
    }

    /** What can be claimed of the items that no waiver is about on which somebody still has to decide. */
    private static List<Line> decided(AccountInterest interest, Optional<InterestWaiver> waiting) {
        return interest.claimable().stream()
                .filter(line -> waiting.stream()
                        .noneMatch(waiver -> waiver.isAbout(line.item().id())))
                .toList();
    }

    /** What was given up counts as far as the item carries it. */
    private static InterestClaim.Line line(Line line) {
        return new InterestClaim.Line(
                line.item().id().value(),
                line.item().document(),
                line.item().dueDate(),
                line.item().open(),
                line.interest(),
                line.compensation(),
                line.interest().minus(line.dueInterest()),
                line.compensation().minus(line.dueCompensation()),
                line.periods());
    }

    private InterestLetter letter(InterestClaim claim, String signedBy) {
        Account from = account(claim.debtor().accountId());
        Reader to = correspondents.reader(claim.debtor().customerId());
        return new InterestLetter(
                claim.asOf(),
                claim.payBy(),
                correspondents.texts(from, to.language()),
                from.sender(),
                to.recipient(),
                from.number(),
                claim.scheme().law(),
                claim.lines().stream()
                        .map(line -> new InterestLetter.Claimed(
                                line.document(),
                                line.dueDate(),
                                line.periods(),
                                line.interest(),
                                line.compensation(),
                                line.waived()))
                        .toList(),
                from.payTo(),
                new Signature(signedBy, "", "", from.sender().email()));
    }

    private Account account(long id) {
        return Optional.ofNullable(correspondents.accounts(Set.of(id)).get(id)).orElseThrow();
    }

    private long write(InterestClaim claim, @Nullable Long message) {
        long id = sql.insertInto(INTEREST_CLAIM)
                .set(INTEREST_CLAIM.ACCOUNT_ID, claim.debtor().accountId())
                .set(INTEREST_CLAIM.SCHEME, claim.scheme())
                .set(INTEREST_CLAIM.CURRENCY, claim.scheme().currency().getCurrencyCode())
                .set(INTEREST_CLAIM.AS_OF, claim.asOf())
                .set(INTEREST_CLAIM.PAY_BY, claim.payBy())
                .set(INTEREST_CLAIM.MESSAGE_ID, message)
                .set(INTEREST_CLAIM.ACTOR, claim.actor())
                .returningResult(INTEREST_CLAIM.ID)
                .fetchSingle()
                .value1();
        var items = sql.insertInto(
                INTEREST_CLAIM_ITEM,
                INTEREST_CLAIM_ITEM.CLAIM_ID,
                INTEREST_CLAIM_ITEM.NUMBER,
                INTEREST_CLAIM_ITEM.ITEM_ID,
                INTEREST_CLAIM_ITEM.DOCUMENT,
                INTEREST_CLAIM_ITEM.DUE_DATE,
                INTEREST_CLAIM_ITEM.OPEN_MINOR,
                INTEREST_CLAIM_ITEM.INTEREST_MINOR,
                INTEREST_CLAIM_ITEM.COMPENSATION_MINOR,
                INTEREST_CLAIM_ITEM.WAIVED_INTEREST_MINOR,
                INTEREST_CLAIM_ITEM.WAIVED_COMPENSATION_MINOR);
        var periods = sql.insertInto(
                INTEREST_CLAIM_PERIOD,
                INTEREST_CLAIM_PERIOD.CLAIM_ID,
                INTEREST_CLAIM_PERIOD.ITEM_NUMBER,
                INTEREST_CLAIM_PERIOD.NUMBER,
                INTEREST_CLAIM_PERIOD.FROM_DAY,
                INTEREST_CLAIM_PERIOD.TO_DAY,
                INTEREST_CLAIM_PERIOD.PRINCIPAL_MINOR,
                INTEREST_CLAIM_PERIOD.PERCENT);
        int number = 0;
        for (InterestClaim.Line line : claim.lines()) {
            number++;
            items = items.values(
                    id,
                    number,
                    line.itemId(),
                    line.document(),
                    line.dueDate(),
                    line.open().minor(),
                    line.interest().minor(),
                    line.compensation().minor(),
                    line.waivedInterest().minor(),
                    line.waivedCompensation().minor());
            int of = 0;
            for (InterestPeriod period : line.periods()) {
                of++;
                periods = periods.values(
                        id,
                        number,
                        of,
                        period.from(),
                        period.to(),
                        period.principal().minor(),
                        period.percent());
            }
        }
        items.execute();
        periods.execute();
        return id;
    }

    private void note(InterestClaim claim, long id, Way way, Viewer viewer) {
        Money due = claim.due();
        LocalDate today = clock.today();
        String words = "%s of interest and compensation at %s, to be paid by %s, %s"
                .formatted(
                        Sentences.money(due),
                        Sentences.day(claim.asOf()),
                        Sentences.day(claim.payBy()),
                        switch (way) {
                            case BY_MAIL -> "by e-mail";
                            case ON_PAPER -> "on paper";
                        });
        timeline.log(new Activity(
                CustomerId.of(claim.debtor().customerId()),
                AccountId.of(claim.debtor().accountId()),
                switch (way) {
                    case BY_MAIL -> Activity.Kind.NOTE;
                    case ON_PAPER -> Activity.Kind.LETTER;
                },
                switch (way) {
                    case BY_MAIL -> Activity.Direction.INTERNAL;
                    case ON_PAPER -> Activity.Direction.OUT;
                },
                today,
                viewer.login(),
                null,
                "Interest claimed: notice N" + id,
                words,
                null));
        audit.record(viewer.login(), "interest.claimed", "interest-claim", id, words);
    }
}
