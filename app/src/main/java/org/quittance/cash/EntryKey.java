package org.quittance.cash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.cash.SettlementReport;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;

/**
 * What makes a bank's line itself, whatever file it comes in: so that an overlapping or repeated statement adds nothing.
 *
 * <p>Two lines of one statement can be equal in everything that the bank tells; they are told apart by their order. A statement covers
 * whole days, so that the order within a day is the same in every file that has it.
 */
final class EntryKey {

    private final MessageDigest digest;
    private final Map<String, Integer> seen = new HashMap<>();

    EntryKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String of(BankEntry entry) {
        String told = hash(String.join(
                "\u0001",
                entry.bookingDate().toString(),
                entry.amount().toString(),
                entry.bankReference(),
                entry.endToEndReference(),
                entry.counterpartyAccount(),
                entry.counterpartyName(),
                String.join(" ", entry.structuredReferences()),
                entry.remittanceText()));
        int nth = seen.merge(told, 1, Integer::sum);
        return told + "/" + nth;
    }

    /** The same for a statement as a whole: its account's balances, dates and entries. */
    static String of(BankStatement statement) {
        EntryKey keys = new EntryKey();
        StringBuilder all = new StringBuilder();
        all.append(statement.kind()).append(statement.reference()).append(statement.sequence());
        all.append(statement.date()).append(statement.opening()).append(statement.closing());
        statement.entries().forEach(entry -> all.append(keys.of(entry)));
        return keys.hash(all.toString());
    }

    /** The same for a remittance advice: everything that it tells, in the order of its lines. */
    static String of(RemittanceAdvice advice) {
        StringJoiner all = new StringJoiner("\u0001");
        all.add(advice.format())
                .add(advice.payerName())
                .add(advice.payerAccount())
                .add(advice.payeeName());
        all.add(advice.reference())
                .add(String.valueOf(advice.date()))
                .add(advice.total().toString());
        for (RemittanceAdvice.Line line : advice.lines()) {
            all.add(line.document()).add(String.join(" ", line.references()));
            all.add(String.valueOf(line.gross())).add(String.valueOf(line.discount()));
            all.add(String.valueOf(line.adjustment()))
                    .add(line.adjustmentReason())
                    .add(line.net().toString());
        }
        return new EntryKey().hash(all.toString());
    }

    /** The same for a settlement report: everything that it tells, in the order of its lines. */
    static String of(SettlementReport report) {
        StringJoiner all = new StringJoiner("\u0001");
        all.add(report.processor()).add(report.reference()).add(report.account());
        all.add(String.valueOf(report.date())).add(report.net().toString());
        for (SettlementReport.Line line : report.lines()) {
            all.add(line.kind().name()).add(line.transaction()).add(line.document());
            all.add(line.customer()).add(line.payerName()).add(line.text());
            all.add(String.valueOf(line.day())).add(line.gross().toString());
            all.add(line.fee().toString()).add(line.reason());
        }
        return new EntryKey().hash(all.toString());
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
