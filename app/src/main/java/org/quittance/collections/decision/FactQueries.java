package org.quittance.collections.decision;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.BEHAVIOUR;
import static org.quittance.db.collections.Tables.CHOSEN_STEP;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.collections.Tables.DUNNING;
import static org.quittance.db.collections.Tables.ESCALATION_EVENT;
import static org.quittance.db.collections.Tables.ESCALATION_NOW;
import static org.quittance.db.collections.Tables.FORGONE_VIEW;
import static org.quittance.db.collections.Tables.HABIT;
import static org.quittance.db.collections.Tables.LAST_CONTACT;
import static org.quittance.db.collections.Tables.PACE;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.collections.Tables.SNOOZE;
import static org.quittance.db.collections.Tables.STEP_VERDICT;
import static org.quittance.db.collections.Tables.TURNOVER;
import static org.quittance.db.correspondence.Tables.TEXT_RECIPIENT_VIEW;
import static org.quittance.db.correspondence.Tables.UNREAD_ANSWER_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTED_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.RECEIPT_VIEW;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountScope;
import org.quittance.core.collections.AccountTraits;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.BookPace;
import org.quittance.core.collections.ChosenStep;
import org.quittance.core.collections.Contact;
import org.quittance.core.collections.ContactBlock;
import org.quittance.core.collections.CreditNaming;
import org.quittance.core.collections.Escalation;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.ItemFacts;
import org.quittance.core.collections.OpenEscalation;
import org.quittance.core.collections.Payer;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Receipt;
import org.quittance.core.collections.RefusedEscalation;
import org.quittance.core.collections.StepVerdict;
import org.quittance.core.collections.UnreadAnswer;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.db.collections.tables.EscalationNow;
import org.quittance.db.collections.tables.Snooze;
import org.quittance.db.ledger.tables.OpenItemView;
import org.springframework.stereotype.Component;

/**
 * The queries behind the facts: each for any scope of accounts, each in the order of the accounts. What they cost follows what is open
 * or recent, not the history.
 *
 * <p>A promise that fell due, or a contact that was made, more than {@link #MEMORY_DAYS} days ago decides nothing any more; the customer's
 * timeline still has it.
 */
@Component
public class FactQueries {

    public static final int MEMORY_DAYS = 365;

    private static final Snooze LATER = SNOOZE.as("later");
    private static final Field<Long> BLOCKED_CUSTOMER = field(name("block", "customer_id"), Long.class);
    private static final Field<LocalDate> BLOCKED_SINCE = field(name("block", "since"), LocalDate.class);
    private static final Field<LocalDate> BLOCKED_UNTIL = field(name("block", "until"), LocalDate.class);
    private static final Field<String> BLOCKED_WHY = field(name("block", "reason"), String.class);

    private static final Field<Long> FORGONE_ITEM = field(name("forgone", "item_id"), Long.class);
    private static final Field<Long> FORGONE = field(name("forgone", "forgone_minor"), Long.class);

    private static final Field<Long> DISPUTED_ITEM = field(name("disputed", "item_id"), Long.class);
    private static final Field<Long> DISPUTED = field(name("disputed", "disputed_minor"), Long.class);

    private static final Field<LocalDate> RECEIVED_ON = field(name("came", "received_on"), LocalDate.class);
    private static final Field<String> CURRENCY = field(name("came", "currency"), String.class);
    private static final Field<Long> AMOUNT = field(name("came", "amount_minor"), Long.class);
    private static final Field<Long> SETTLES = field(name("came", "item_id"), Long.class);

    /** Whether anybody there has a mobile number to which a text message may go. */
    private static final Field<Boolean> MAY_BE_TEXTED = field(exists(selectOne()
                    .from(TEXT_RECIPIENT_VIEW)
                    .where(TEXT_RECIPIENT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))))
            .as("may_be_texted");

    /** Among the columns of {@link #contacts}. */
    private static final int ACTION_OF_CONTACT = 3;

    private static final int DAY_OF_CONTACT = 4;

    /** Among the columns of {@link #namings}. */
    private static final int CREDIT = 3;

    private static final int DEBIT = 4;

    private final DSLContext sql;

    FactQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What is known of an account beside its items. */
    record AccountRow(
            long customerId,
            long portfolioId,
            AccountTraits traits,
            @Nullable Money limit,
            Payer payer,
            @Nullable LocalDate snoozedUntil,
            @Nullable ContactBlock block,
            @Nullable PaymentPolicy paymentPolicy,
            Set<Action> outOfReach) {}

    OrderedRows<ItemFacts> items(AccountScope scope) {
        // Narrowed by itself: the condition on the items does not reach into the view.
        Table<?> forgone = select(FORGONE_VIEW.ITEM_ID, FORGONE_VIEW.FORGONE_MINOR)
                .from(FORGONE_VIEW)
                .where(scope.near(FORGONE_VIEW.ACCOUNT_ID))
                .asTable("forgone", "item_id", "forgone_minor");
        Table<?> disputed = select(DISPUTED_VIEW.ITEM_ID, DISPUTED_VIEW.DISPUTED_MINOR)
                .from(DISPUTED_VIEW)
                .where(scope.near(DISPUTED_VIEW.ACCOUNT_ID))
                .asTable("disputed", "item_id", "disputed_minor");
        return OrderedRows.openPlain(
                sql.select(
                                OPEN_ITEM_VIEW.BUCKET,
                                OPEN_ITEM_VIEW.ACCOUNT_ID,
                                OPEN_ITEM_VIEW.ITEM_ID,
                                OPEN_ITEM_VIEW.KIND,
                                OPEN_ITEM_VIEW.DOCUMENT,
                                OPEN_ITEM_VIEW.DOCUMENT_DATE,
                                OPEN_ITEM_VIEW.DUE_DATE,
                                OPEN_ITEM_VIEW.CURRENCY,
                                OPEN_ITEM_VIEW.ORIGINAL_MINOR,
                                OPEN_ITEM_VIEW.OPEN_MINOR,
                                DUNNING.LEVEL,
                                DUNNING.ACTION,
                                DUNNING.LAST_ON,
                                DUNNING.STRATEGY_ID,
                                DUNNING.LETTER,
                                FORGONE,
                                DISPUTED)
                        .from(OPEN_ITEM_VIEW)
                        .leftJoin(DUNNING)
                        .on(DUNNING.ITEM_ID.eq(OPEN_ITEM_VIEW.ITEM_ID))
                        .leftJoin(forgone)
                        .on(FORGONE_ITEM.eq(OPEN_ITEM_VIEW.ITEM_ID))
                        .leftJoin(disputed)
                        .on(DISPUTED_ITEM.eq(OPEN_ITEM_VIEW.ITEM_ID))
                        .where(scope.on(OPEN_ITEM_VIEW.BUCKET, OPEN_ITEM_VIEW.ACCOUNT_ID))
                        .orderBy(OPEN_ITEM_VIEW.BUCKET, OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.ITEM_ID),
                ItemRow::read);
    }

    /** How late all customers pay, as the last night counted it. */
    private BookPace pace() {
        return BookPace.of(sql.select(PACE.DAYS_LATE, PACE.ITEMS).from(PACE).fetchMap(PACE.DAYS_LATE, PACE.ITEMS));
    }

    OrderedRows<AccountRow> accounts(AccountScope scope, LocalDate asOf) {
        AccountColumns columns = new AccountColumns(pace());
        Table<?> block = blocksInForce(asOf);
        Table<?> policy = PaymentPolicies.inForce(asOf);
        return OrderedRows.openPlain(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ACCOUNT_VIEW.ACCOUNT_ID,
                                ACCOUNT_VIEW.CUSTOMER_ID,
                                ACCOUNT_VIEW.PORTFOLIO_ID,
                                ACCOUNT_VIEW.LIMIT_MINOR,
                                ACCOUNT_VIEW.ENTITY_CURRENCY,
                                ACCOUNT_VIEW.ENTITY_CODE,
                                ACCOUNT_VIEW.SEGMENT,
                                BEHAVIOUR.DAYS_BEYOND,
                                BEHAVIOUR.DAYS_BEFORE,
                                BEHAVIOUR.DAYS_NOW,
                                HABIT.ITEMS,
                                HABIT.DAYS_LATE,
                                HABIT.LATENESS,
                                TURNOVER.CURRENCIES,
                                TURNOVER.BILLED_MINOR,
                                SNOOZE.UNTIL,
                                BLOCKED_WHY,
                                BLOCKED_SINCE,
                                BLOCKED_UNTIL,
                                PaymentPolicies.GRACE_DAYS,
                                PaymentPolicies.WEEKDAYS,
                                PaymentPolicies.MONTH_DAYS,
                                PaymentPolicies.UNTIL,
                                PaymentPolicies.REASON,
                                MAY_BE_TEXTED)
                        .from(ACCOUNT_VIEW)
                        .leftJoin(HABIT)
                        .on(HABIT.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .leftJoin(TURNOVER)
                        .on(TURNOVER.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .leftJoin(BEHAVIOUR)
                        .on(BEHAVIOUR.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .leftJoin(SNOOZE)
                        .on(SNOOZE.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .and(SNOOZE.UNTIL.gt(asOf))
                        .and(Overrides.stands(SNOOZE))
                        .and(notExists(selectOne()
                                .from(LATER)
                                .where(LATER.ACCOUNT_ID.eq(SNOOZE.ACCOUNT_ID))
                                .and(LATER.ID.gt(SNOOZE.ID))
                                .and(Overrides.stands(LATER))))
                        .leftJoin(block)
                        .on(BLOCKED_CUSTOMER.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                        .leftJoin(policy)
                        .on(PaymentPolicies.ACCOUNT.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .where(scope.on(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID),
                columns::read);
    }

    public OrderedRows<Promise> promises(AccountScope scope, LocalDate asOf) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                PROMISE_VIEW.ACCOUNT_ID,
                                PROMISE_VIEW.PROMISE_ID,
                                PROMISE_VIEW.CURRENCY,
                                PROMISE_VIEW.AMOUNT_MINOR,
                                PROMISE_VIEW.MADE_ON,
                                PROMISE_VIEW.DUE_ON,
                                PROMISE_VIEW.ITEMS,
                                PROMISE_VIEW.ORIGIN)
                        .from(PROMISE_VIEW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                        .where(PROMISE_VIEW.DUE_ON.ge(asOf.minusDays(MEMORY_DAYS)))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, PROMISE_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, PROMISE_VIEW.ACCOUNT_ID, PROMISE_VIEW.PROMISE_ID),
                ACCOUNT_VIEW.BUCKET,
                PROMISE_VIEW.ACCOUNT_ID,
                FactQueries::promise);
    }

    /**
     * The money that came to accounts with promises, since the oldest of these was made. Looked up account by account: few have promises,
     * and all receipts of a year would be most of the year's postings.
     */
    public OrderedRows<Receipt> receipts(AccountScope scope, LocalDate asOf) {
        Table<?> promised = select(PROMISE_VIEW.ACCOUNT_ID, min(PROMISE_VIEW.MADE_ON))
                .from(PROMISE_VIEW)
                .where(PROMISE_VIEW.DUE_ON.ge(asOf.minusDays(MEMORY_DAYS)))
                .and(scope.near(PROMISE_VIEW.ACCOUNT_ID))
                .groupBy(PROMISE_VIEW.ACCOUNT_ID)
                .asTable("promised", "account_id", "since");
        Field<Long> account = field(name("promised", "account_id"), Long.class);
        // The offset keeps the planner from dissolving the look-up into a join with every receipt there is.
        Table<?> came = lateral(
                select(RECEIPT_VIEW.RECEIVED_ON, RECEIPT_VIEW.CURRENCY, RECEIPT_VIEW.AMOUNT_MINOR, RECEIPT_VIEW.ITEM_ID)
                        .from(RECEIPT_VIEW)
                        .where(RECEIPT_VIEW.ACCOUNT_ID.eq(account))
                        .and(RECEIPT_VIEW.POSTED_ON.ge(field(name("promised", "since"), LocalDate.class)))
                        .offset(inline(0))
                        .asTable("came"));
        return OrderedRows.open(
                sql.select(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID, RECEIVED_ON, CURRENCY, AMOUNT, SETTLES)
                        .from(promised)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                        .crossJoin(came)
                        .where(scope.on(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID, RECEIVED_ON, SETTLES, AMOUNT),
                ACCOUNT_VIEW.BUCKET,
                ACCOUNT_VIEW.ACCOUNT_ID,
                FactQueries::receipt);
    }

    /** Steps that people have chosen and that may still hold, the latest last: few, whatever the ledger. */
    OrderedRows<ChosenStep> chosen(AccountScope scope, LocalDate asOf) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                CHOSEN_STEP.ACCOUNT_ID,
                                CHOSEN_STEP.STEP,
                                CHOSEN_STEP.INSTEAD_OF,
                                CHOSEN_STEP.CHOSEN_ON,
                                CHOSEN_STEP.ACTOR,
                                CHOSEN_STEP.REASON)
                        .from(CHOSEN_STEP)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(CHOSEN_STEP.ACCOUNT_ID))
                        .where(CHOSEN_STEP.CHOSEN_ON.gt(asOf.minusDays(ChosenStep.HOLDS_DAYS)))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, CHOSEN_STEP.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, CHOSEN_STEP.ACCOUNT_ID, CHOSEN_STEP.ID),
                ACCOUNT_VIEW.BUCKET,
                CHOSEN_STEP.ACCOUNT_ID,
                row -> new ChosenStep(
                        AccountId.of(row.get(CHOSEN_STEP.ACCOUNT_ID)),
                        row.get(CHOSEN_STEP.STEP),
                        row.get(CHOSEN_STEP.INSTEAD_OF),
                        row.get(CHOSEN_STEP.CHOSEN_ON),
                        row.get(CHOSEN_STEP.ACTOR),
                        row.get(CHOSEN_STEP.REASON)));
    }

    /** What was said to steps that need approval and may still hold, the latest last: few, whatever the ledger. */
    OrderedRows<StepVerdict> verdicts(AccountScope scope, LocalDate asOf) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                STEP_VERDICT.ACCOUNT_ID,
                                STEP_VERDICT.STEP,
                                STEP_VERDICT.ITEMS,
                                STEP_VERDICT.VERDICT,
                                STEP_VERDICT.SAID_ON,
                                STEP_VERDICT.ACTOR,
                                STEP_VERDICT.REASON)
                        .from(STEP_VERDICT)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(STEP_VERDICT.ACCOUNT_ID))
                        .where(STEP_VERDICT.SAID_ON.gt(asOf.minusDays(MEMORY_DAYS)))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, STEP_VERDICT.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, STEP_VERDICT.ACCOUNT_ID, STEP_VERDICT.ID),
                ACCOUNT_VIEW.BUCKET,
                STEP_VERDICT.ACCOUNT_ID,
                row -> new StepVerdict(
                        row.get(STEP_VERDICT.STEP),
                        Arrays.stream(row.get(STEP_VERDICT.ITEMS))
                                .map(ItemId::of)
                                .collect(Collectors.toSet()),
                        row.get(STEP_VERDICT.VERDICT),
                        row.get(STEP_VERDICT.SAID_ON),
                        row.get(STEP_VERDICT.ACTOR),
                        row.get(STEP_VERDICT.REASON)));
    }

    /** Which open debits the credits of the same account name by assignment or reference: looked up credit by credit, of which there are few. */
    OrderedRows<CreditNaming> namings(AccountScope scope) {
        OpenItemView debit = OPEN_ITEM_VIEW.as("debit");
        return OrderedRows.openPlain(
                sql.select(OPEN_ITEM_VIEW.BUCKET, OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.ITEM_ID, debit.ITEM_ID)
                        .from(OPEN_ITEM_VIEW)
                        .join(debit)
                        .on(debit.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                        .and(debit.CURRENCY.eq(OPEN_ITEM_VIEW.CURRENCY))
                        .and(debit.OPEN_MINOR.gt(0L))
                        .and(debit.DOCUMENT_SEARCH_KEY
                                .eq(OPEN_ITEM_VIEW.ASSIGNMENT_KEY)
                                .or(debit.DOCUMENT_SEARCH_KEY.eq(OPEN_ITEM_VIEW.REFERENCE_KEY)))
                        .where(OPEN_ITEM_VIEW.KIND.in(ItemKind.CREDIT_NOTE, ItemKind.PAYMENT))
                        .and(OPEN_ITEM_VIEW.ASSIGNMENT_KEY.isNotNull().or(OPEN_ITEM_VIEW.REFERENCE_KEY.isNotNull()))
                        .and(scope.on(OPEN_ITEM_VIEW.BUCKET, OPEN_ITEM_VIEW.ACCOUNT_ID))
                        .orderBy(
                                OPEN_ITEM_VIEW.BUCKET,
                                OPEN_ITEM_VIEW.ACCOUNT_ID,
                                OPEN_ITEM_VIEW.ITEM_ID,
                                debit.ITEM_ID),
                row -> new CreditNaming(ItemId.of(row.getLong(CREDIT)), ItemId.of(row.getLong(DEBIT))));
    }

    OrderedRows<Contact> contacts(AccountScope scope, LocalDate asOf) {
        return OrderedRows.openPlain(
                sql.select(ACCOUNT_VIEW.BUCKET, LAST_CONTACT.ACCOUNT_ID, LAST_CONTACT.ACTION, LAST_CONTACT.LAST_ON)
                        .from(LAST_CONTACT)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(LAST_CONTACT.ACCOUNT_ID))
                        .where(LAST_CONTACT.LAST_ON.ge(asOf.minusDays(MEMORY_DAYS)))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, LAST_CONTACT.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, LAST_CONTACT.ACCOUNT_ID, LAST_CONTACT.ACTION),
                row -> new Contact(
                        Action.valueOf(row.getString(ACTION_OF_CONTACT)),
                        row.getObject(DAY_OF_CONTACT, LocalDate.class)));
    }

    /** Those that wait for an answer: few, whatever the ledger. */
    OrderedRows<OpenEscalation> escalations(AccountScope scope) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ESCALATION_NOW.ACCOUNT_ID,
                                ESCALATION_NOW.PATH,
                                ESCALATION_NOW.OWNER_NAME,
                                ESCALATION_NOW.ASKED_ON,
                                ESCALATION_NOW.DUE_ON)
                        .from(ESCALATION_NOW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                        .where(ESCALATION_NOW.IS_OPEN.isTrue())
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID, ESCALATION_NOW.ESCALATION_ID),
                ACCOUNT_VIEW.BUCKET,
                ESCALATION_NOW.ACCOUNT_ID,
                row -> new OpenEscalation(
                        row.get(ESCALATION_NOW.PATH),
                        row.get(ESCALATION_NOW.OWNER_NAME),
                        row.get(ESCALATION_NOW.ASKED_ON),
                        row.get(ESCALATION_NOW.DUE_ON)));
    }

    /** What was approved and has not been lifted: few, whatever the ledger. */
    OrderedRows<InForce> inForce(AccountScope scope) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ESCALATION_NOW.ACCOUNT_ID,
                                ESCALATION_NOW.PATH,
                                ESCALATION_NOW.ANSWERED_ON)
                        .from(ESCALATION_NOW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                        .where(ESCALATION_NOW.STATE.eq(Escalation.State.APPROVED))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID, ESCALATION_NOW.ESCALATION_ID),
                ACCOUNT_VIEW.BUCKET,
                ESCALATION_NOW.ACCOUNT_ID,
                row -> new InForce(row.get(ESCALATION_NOW.PATH), row.get(ESCALATION_NOW.ANSWERED_ON)));
    }

    /** What was refused lately, where the same was not asked for again by the same path: few, whatever the ledger. */
    OrderedRows<RefusedEscalation> refused(AccountScope scope, LocalDate asOf) {
        EscalationNow later = ESCALATION_NOW.as("later");
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ESCALATION_NOW.ACCOUNT_ID,
                                ESCALATION_NOW.PATH,
                                ESCALATION_NOW.ANSWERED_ON,
                                ESCALATION_EVENT.SAID_BY,
                                ESCALATION_EVENT.WORDS)
                        .from(ESCALATION_NOW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                        .join(ESCALATION_EVENT)
                        .on(ESCALATION_EVENT.ESCALATION_ID.eq(ESCALATION_NOW.ESCALATION_ID))
                        .and(ESCALATION_EVENT.DEED.eq(Escalation.Deed.REFUSE))
                        .where(ESCALATION_NOW.STATE.eq(Escalation.State.REFUSED))
                        .and(ESCALATION_NOW.ANSWERED_ON.gt(asOf.minusDays(RefusedEscalation.KEPT_DAYS)))
                        .and(notExists(selectOne()
                                .from(later)
                                .where(later.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                                .and(later.PATH.eq(ESCALATION_NOW.PATH))
                                .and(later.ESCALATION_ID.gt(ESCALATION_NOW.ESCALATION_ID))))
                        .and(scope.on(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ESCALATION_NOW.ACCOUNT_ID, ESCALATION_NOW.ESCALATION_ID),
                ACCOUNT_VIEW.BUCKET,
                ESCALATION_NOW.ACCOUNT_ID,
                row -> new RefusedEscalation(
                        row.get(ESCALATION_NOW.PATH),
                        row.get(ESCALATION_NOW.ANSWERED_ON),
                        row.get(ESCALATION_EVENT.SAID_BY),
                        row.get(ESCALATION_EVENT.WORDS)));
    }

    /** What customers have written that nobody has read, for each of their accounts: few, whatever the ledger. */
    OrderedRows<UnreadAnswer> unreadAnswers(AccountScope scope) {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ACCOUNT_VIEW.ACCOUNT_ID,
                                UNREAD_ANSWER_VIEW.FROM_NAME,
                                UNREAD_ANSWER_VIEW.FROM_ADDRESS,
                                UNREAD_ANSWER_VIEW.ANSWERED_ON,
                                UNREAD_ANSWER_VIEW.SUBJECT)
                        .from(UNREAD_ANSWER_VIEW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.CUSTOMER_ID.eq(UNREAD_ANSWER_VIEW.CUSTOMER_ID))
                        .where(scope.on(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID, UNREAD_ANSWER_VIEW.MAIL_ID),
                ACCOUNT_VIEW.BUCKET,
                ACCOUNT_VIEW.ACCOUNT_ID,
                row -> new UnreadAnswer(
                        row.get(UNREAD_ANSWER_VIEW.FROM_NAME).isBlank()
                                ? row.get(UNREAD_ANSWER_VIEW.FROM_ADDRESS)
                                : row.get(UNREAD_ANSWER_VIEW.FROM_NAME),
                        row.get(UNREAD_ANSWER_VIEW.ANSWERED_ON),
                        row.get(UNREAD_ANSWER_VIEW.SUBJECT)));
    }

    /** One for each customer, the latest. */
    private static Table<?> blocksInForce(LocalDate asOf) {
        return select(CONTACT_BLOCK.CUSTOMER_ID, CONTACT_BLOCK.SINCE, CONTACT_BLOCK.UNTIL, CONTACT_BLOCK.REASON)
                .distinctOn(CONTACT_BLOCK.CUSTOMER_ID)
                .from(CONTACT_BLOCK)
                .where(CONTACT_BLOCK.SINCE.le(asOf))
                .and(CONTACT_BLOCK.UNTIL.isNull().or(CONTACT_BLOCK.UNTIL.ge(asOf)))
                .and(notExists(selectOne()
                        .from(CONTACT_BLOCK_LIFT)
                        .where(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.eq(CONTACT_BLOCK.ID))))
                .orderBy(CONTACT_BLOCK.CUSTOMER_ID, CONTACT_BLOCK.ID.desc())
                .asTable("block", "customer_id", "since", "until", "reason");
    }

    private static Promise promise(Record row) {
        return new Promise(
                new PromiseId(row.get(PROMISE_VIEW.PROMISE_ID)),
                Money.ofMinor(row.get(PROMISE_VIEW.AMOUNT_MINOR), row.get(PROMISE_VIEW.CURRENCY)),
                row.get(PROMISE_VIEW.MADE_ON),
                row.get(PROMISE_VIEW.DUE_ON),
                Arrays.stream(row.get(PROMISE_VIEW.ITEMS)).map(ItemId::of).toList(),
                row.get(PROMISE_VIEW.ORIGIN));
    }

    private static Receipt receipt(Record row) {
        Long item = row.get(SETTLES);
        return new Receipt(
                row.get(RECEIVED_ON),
                Money.ofMinor(row.get(AMOUNT), row.get(CURRENCY)),
                item == null ? null : ItemId.of(item));
    }
}
