package org.quittance.formats.bank;

import java.math.BigInteger;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Collects one account of a BAI2 file (03, 16, 49). The first field that cannot be read costs the account. */
final class Bai2Account {

    private static final String OPENING_LEDGER = "010";
    private static final String CLOSING_LEDGER = "015";

    /** A text of the bank that moves no money. */
    private static final String DESCRIPTION = "890";

    private static final Set<String> RETURNS = Set.of("255", "257", "555", "557");
    private static final Set<String> REVERSALS = Set.of("252", "254", "552", "554");
    private static final String ASK_THE_BANK = "Ask the bank whether the file is complete";

    private final ProblemLog log;
    private final @Nullable Bai2Group group;
    private final StatementDraft draft;
    private @Nullable Unreadable failure;
    private BigInteger sum = BigInteger.ZERO;
    private long records;

    /** @param group its header; null where the group is left out */
    Bai2Account(Bai2Record record, @Nullable Bai2Group group, String fileId, ProblemLog log) {
        this.log = log;
        this.group = group;
        this.draft = new StatementDraft(new Field(log, record.line(), "03", ""), "BAI2", BankStatement.Kind.STATEMENT);
        this.draft.reference = fileId;
        this.records = record.count();
        if (group != null) {
            try {
                readHeader(record.fields(log), group);
            } catch (Unreadable e) {
                failure = e;
            }
        }
    }

    private void readHeader(Bai2Record.Fields fields, Bai2Group known) throws Unreadable {
        draft.account = EntryDraft.account(fields.next("account").text());
        Field currencyField = fields.next("currency");
        Currency currency = currencyField.isEmpty() ? known.currency() : currencyField.currency();
        draft.currency = currency;
        draft.date = known.asOf();
        while (fields.hasMore()) {
            String type = fields.next("type code").text();
            Field amount = fields.next("amount of type " + type);
            fields.next("item count");
            readFunds(fields, null);
            if (!amount.isEmpty()) {
                Money read = amount.minorAmount(currency);
                sum = sum.add(BigInteger.valueOf(read.minor()));
                takeBalance(type, read);
            }
        }
        draft.kind = kind(known);
    }

    private void takeBalance(String type, Money amount) {
        if (type.equals(OPENING_LEDGER)) {
            draft.opening = amount;
        } else if (type.equals(CLOSING_LEDGER)) {
            draft.closing = amount;
        }
    }

    private BankStatement.Kind kind(Bai2Group known) {
        if (known.isSameDay()) {
            return BankStatement.Kind.INTRADAY;
        }
        if (known.modifier().isEmpty() && draft.opening == null && draft.closing == null) {
            draft.place()
                    .remark(
                            "It is not told whether this account is reported for the day before or for the same day; it is taken"
                                    + " as of the same day, whose movements come again",
                            "Ask the bank for the as-of date modifier in record 02");
            return BankStatement.Kind.INTRADAY;
        }
        return BankStatement.Kind.STATEMENT;
    }

    void take(Bai2Record record) {
        records += record.count();
        if (group == null || failure != null || draft.currency == null) {
            return;
        }
        try {
            readMovement(record, draft.currency);
        } catch (Unreadable e) {
            failure = e;
        }
    }

    private void readMovement(Bai2Record record, Currency currency) throws Unreadable {
        Bai2Record.Fields fields = record.fields(log);
        Field type = fields.next("type code");
        if (!type.text().matches("[0-9]{3}")) {
            throw type.unreadable("This is not a type code");
        }
        Field written = fields.next("amount");
        boolean describes = type.text().equals(DESCRIPTION);
        Money unsigned = describes && written.isEmpty() ? Money.zero(currency) : written.minorAmount(currency);
        sum = sum.add(BigInteger.valueOf(unsigned.minor()));
        EntryDraft entry = new EntryDraft(type);
        entry.transactionCode = type.text();
        entry.bookingDate = draft.date;
        readFunds(fields, entry);
        entry.bankReference = EntryDraft.reference(fields.next("bank reference").text());
        entry.endToEndReference =
                EntryDraft.reference(fields.next("customer reference").text());
        fields.rest().forEach(entry::addText);
        classify(entry, Integer.parseInt(type.text()));
        boolean debit = isDebit(Integer.parseInt(type.text()));
        draft.add(entry.finished(debit ? unsigned.negated() : unsigned, Objects.requireNonNull(draft.date)));
    }

    private static boolean isDebit(int type) {
        return (type >= 400 && type <= 699) || (type >= 960 && type <= 999);
    }

    private static boolean isCredit(int type) {
        return (type >= 100 && type <= 399) || (type >= 920 && type <= 959);
    }

    private static void classify(EntryDraft entry, int type) {
        if (RETURNS.contains(entry.transactionCode)) {
            entry.kind = BankEntry.Kind.RETURN;
        } else if (REVERSALS.contains(entry.transactionCode)) {
            entry.kind = BankEntry.Kind.REVERSAL;
        }
        if (!isCredit(type) && !isDebit(type)) {
            entry.status = BankEntry.Status.INFORMATION;
        }
        if (entry.status == BankEntry.Status.INFORMATION && !entry.transactionCode.equals(DESCRIPTION)) {
            entry.place()
                    .remark(
                            "Type %s is neither a credit nor a debit; it is kept as information"
                                    .formatted(entry.transactionCode),
                            "Look at the bank's own display of the movement");
        }
    }

    /**
     * When the money can be used: S with three amounts, V with a day and a time, D with pairs of days and amounts, else nothing more.
     */
    private static void readFunds(Bai2Record.Fields fields, @Nullable EntryDraft entry) throws Unreadable {
        Field funds = fields.next("funds type");
        switch (funds.text()) {
            case "S" -> skip(fields, 3);
            case "V" -> {
                Field day = fields.next("value date");
                if (entry != null && !day.isEmpty()) {
                    entry.valueDate = day.shortDay();
                }
                fields.next("value time");
            }
            case "D" -> {
                Field number = fields.next("number of distributions");
                if (!number.text().matches("[0-9]{1,3}")) {
                    throw number.unreadable("This is not a number of distributions");
                }
                skip(fields, 2 * Integer.parseInt(number.text()));
            }
            default -> {}
        }
    }

    private static void skip(Bai2Record.Fields fields, int count) {
        for (int i = 0; i < count; i++) {
            fields.next("availability");
        }
    }

    /** Compares the trailer with what was read; a difference is told, and the statement kept. */
    void end(Bai2Record trailer) {
        records += trailer.count();
        if (group == null || failure != null) {
            return;
        }
        Bai2Record.Fields fields = trailer.fields(log);
        compare(fields.next("control total"), sum, "The control total of account %s is not the sum of its amounts");
        compare(
                fields.next("records"),
                BigInteger.valueOf(records),
                "Account %s does not hold as many records as it says");
    }

    private void compare(Field told, BigInteger found, String message) {
        if (!told.isEmpty() && !number(told).equals(found)) {
            told.remark(message.formatted(draft.account) + ": %s is right".formatted(found), ASK_THE_BANK);
        }
    }

    /** A control number; what is none equals nothing but zero. */
    static BigInteger number(Field field) {
        return field.text().matches("[+-]?[0-9]{1,30}")
                ? new BigInteger(field.text().replace("+", ""))
                : BigInteger.ZERO;
    }

    void remarkWithoutTrailer() {
        if (group != null && failure == null) {
            draft.place().remark("The account %s has no trailer (49)".formatted(draft.account), ASK_THE_BANK);
        }
    }

    /** The statement; null where its group is left out. */
    @Nullable
    BankStatement finished() throws Unreadable {
        if (failure != null) {
            throw failure;
        }
        return group == null ? null : draft.finished();
    }

    /** Says of a field that could not be read which account it costs. */
    Finding leftOut(Finding f) {
        long line = f.line() == 0 ? draft.place().line() : f.line();
        return new Finding(
                line,
                f.field(),
                f.excerpt(),
                "Account %s is left out: %s".formatted(draft.account, f.message()),
                f.remedy());
    }
}
