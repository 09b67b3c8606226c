package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Parsed;

/**
 * Reads BAI2 balance reports: file (01, 99), groups (02, 98), accounts (03, 49) and movements (16), with continuations (88).
 *
 * <p>Source: Cash Management Balance Reporting Specifications, version 2. Control totals and record counts are compared at every
 * level; where they disagree the statement is kept, with a remark.
 */
final class Bai2Reader {

    private final ProblemLog log;
    private final List<BankStatement> statements = new ArrayList<>();
    private final Totals file;
    private Totals group;
    private String fileId = "";
    private @Nullable Bai2Group header;
    private @Nullable Bai2Account account;
    private boolean trailer;
    private int entries;

    Bai2Reader(ProblemLog log) {
        this.log = log;
        this.file = new Totals(log, "file");
        this.group = new Totals(log, "group");
    }

    Parsed<List<BankStatement>> read(Reader text) throws IOException {
        try {
            Bai2Records records = new Bai2Records(new BankLines(text, log));
            for (Bai2Record record = records.next(); record != null; record = records.next()) {
                file.count(record);
                group.count(record);
                read(record);
            }
            requireEnd();
        } catch (Broken e) {
            log.leaveOut(e.finding());
        }
        return log.outcome(statements);
    }

    private void read(Bai2Record record) throws Broken {
        switch (record.code()) {
            case "01" -> fileId = fileId(record);
            case "02" -> startGroup(record);
            case "03" -> startAccount(record);
            case "16" -> takeMovement(record);
            case "49" -> endAccount(record);
            case "98" -> endGroup(record);
            default -> endFile(record);
        }
    }

    private String fileId(Bai2Record record) {
        Bai2Record.Fields fields = record.fields(log);
        List.of("sender", "receiver", "date", "time").forEach(fields::next);
        return fields.next("file id").text();
    }

    private void startGroup(Bai2Record record) {
        leaveAccountOpen();
        group = new Totals(log, "group");
        group.count(record);
        header = null;
        try {
            Bai2Group found = Bai2Group.of(record, log);
            if (found.isToBeTaken(log)) {
                header = found;
            }
        } catch (Unreadable e) {
            log.leaveOut(e.finding());
        }
    }

    private void startAccount(Bai2Record record) throws Broken {
        leaveAccountOpen();
        countKept(record);
        account = new Bai2Account(record, header, fileId, log);
    }

    private void takeMovement(Bai2Record record) throws Broken {
        if (account == null) {
            log.leaveOut(new Finding(
                    record.line(),
                    "16",
                    String.join(" ", record.segments()),
                    "The movement stands outside of any account",
                    "Ask the bank for the file again"));
            return;
        }
        account.take(record);
        countKept(record);
    }

    private void countKept(Bai2Record record) throws Broken {
        if (++entries > log.limits().entries()) {
            throw new Broken(new Finding(
                    record.line(),
                    record.code(),
                    "",
                    "The file holds more than %,d movements"
                            .formatted(log.limits().entries()),
                    "Ask the bank for a file for each day or account"));
        }
    }

    private void endAccount(Bai2Record record) {
        group.add(record);
        if (account != null) {
            account.end(record);
            finish(account);
        }
        account = null;
    }

    /** An account without its trailer, in the middle of the file: told, and taken with what is there. */
    private void leaveAccountOpen() {
        if (account != null) {
            account.remarkWithoutTrailer();
            finish(account);
        }
        account = null;
    }

    private void finish(Bai2Account finished) {
        try {
            BankStatement statement = finished.finished();
            if (statement != null) {
                statements.add(statement);
            }
        } catch (Unreadable e) {
            log.leaveOut(finished.leftOut(e.finding()));
        }
    }

    private void endGroup(Bai2Record record) {
        leaveAccountOpen();
        group.check(record);
        file.add(record);
    }

    private void endFile(Bai2Record record) {
        leaveAccountOpen();
        trailer = true;
        file.check(record);
    }

    private void requireEnd() {
        if (account != null) {
            log.leaveOut(account.leftOut(new Finding(
                    0,
                    "49",
                    "",
                    "The file ends in the middle of it",
                    "Transfer the file again, or ask the bank for it again")));
        }
        if (!trailer) {
            log.leaveOut(new Finding(
                    0,
                    "99",
                    "",
                    "The file ends without its trailer (99); what follows may be cut off",
                    "Transfer the file again, or ask the bank for it again"));
        }
    }

    /** What a control record must say: the sum of the control totals below it, how many they are, and the number of records. */
    private static final class Totals {

        private final ProblemLog log;
        private final String level;
        private BigInteger sum = BigInteger.ZERO;
        private long parts;
        private long records;

        Totals(ProblemLog log, String level) {
            this.log = log;
            this.level = level;
        }

        void count(Bai2Record record) {
            records += record.count();
        }

        void add(Bai2Record control) {
            parts++;
            sum = sum.add(Bai2Account.number(control.fields(log).next("control total")));
        }

        void check(Bai2Record control) {
            Bai2Record.Fields fields = control.fields(log);
            compare(fields.next("control total"), sum, "The control total of the %s is not the sum below it");
            compare(fields.next("number"), BigInteger.valueOf(parts), "The %s does not hold as many parts as it says");
            compare(
                    fields.next("records"),
                    BigInteger.valueOf(records),
                    "The %s does not hold as many records as it says");
        }

        private void compare(Field told, BigInteger found, String message) {
            if (!told.isEmpty() && !Bai2Account.number(told).equals(found)) {
                told.remark(
                        message.formatted(level) + ": %s is right".formatted(found),
                        "Ask the bank whether the file is complete");
            }
        }
    }
}
