package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The header of a BAI2 group (02).
 *
 * @param line where it stands
 * @param status 1 new, 2 deletion, 3 correction, 4 test
 * @param asOf the day of its balances
 * @param currency of its accounts, unless they have another; dollars where the bank does not say
 * @param modifier 1 and 2 for the previous day, 3 and 4 for the same day; empty where the bank does not say
 */
record Bai2Group(long line, String status, LocalDate asOf, Currency currency, String modifier) {

    static Bai2Group of(Bai2Record record, ProblemLog log) throws Unreadable {
        Bai2Record.Fields fields = record.fields(log);
        List.of("receiver", "originator").forEach(fields::next);
        String status = fields.next("status").text();
        LocalDate asOf = fields.next("as-of date").shortDay();
        fields.next("as-of time");
        Field currency = fields.next("currency");
        String modifier = fields.next("as-of date modifier").text();
        Currency known = currency.isEmpty() ? Currency.getInstance("USD") : currency.currency();
        return new Bai2Group(record.line(), status, asOf, known, modifier);
    }

    boolean isSameDay() {
        return modifier.equals("3") || modifier.equals("4");
    }

    /** Whether its statements are news; a deletion or a test is left out, and told. */
    boolean isToBeTaken(ProblemLog log) {
        switch (status) {
            case "2" ->
                log.leaveOut(finding("The bank asks to delete what it has sent before; nothing is deleted here"));
            case "4" -> log.leaveOut(finding("The bank has marked this group as a test"));
            case "3" -> {
                log.remark(finding("The bank has marked this group as a correction of what it has sent before"));
                return true;
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private Finding finding(String message) {
        return new Finding(line, "02 status", status, message, "Compare the day with the bank's own display");
    }
}
