package org.quittance.formats.matching;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Match;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.ItemLine;
import org.quittance.formats.extract.PaymentLine;
import org.quittance.formats.matching.ExtractRows.Numbered;

/**
 * Matches a file of payments against a file of open items.
 *
 * <p>The answer is a table with one line for each payment row that could be read, see {@link MatchTable}. Rows are counted from 1
 * below the header. Amounts are compared in the finest unit that either file uses for their currency, because extracts carry more
 * decimals than a currency has; nothing is posted from here.
 */
public final class MatchFiles {

    private final MatchPolicy policy;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, AccountId> accounts = new HashMap<>();

    private MatchFiles(MatchPolicy policy) {
        this.policy = policy;
    }

    /**
     * What came of it.
     *
     * @param none payments that were neither applied nor proposed
     */
    public record Summary(long payments, long applied, long proposed, long none) {}

    /** Reads both files, decides, and writes the table; the problems are those of both files. */
    public static Parsed<Summary> match(Path items, Path payments, OutputStream out, MatchPolicy policy)
            throws IOException {
        return new MatchFiles(policy).match(items, payments, out);
    }

    private Parsed<Summary> match(Path itemsFile, Path paymentsFile, OutputStream out) throws IOException {
        List<Numbered<ItemLine>> items = ExtractRows.read(itemsFile, Content.OPEN_ITEMS, ItemLine.class, problems);
        List<Numbered<PaymentLine>> payments =
                ExtractRows.read(paymentsFile, Content.PAYMENTS, PaymentLine.class, problems);
        if (problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.FILE_REFUSED)) {
            return new Parsed<>(null, problems);
        }
        Map<Currency, Scale> scales = Scale.ofEach(items, payments);
        Map<Long, Match> matches = new TreeMap<>();
        scales.values().forEach(scale -> decide(scale, items, payments).forEach(matches::put));
        return Parsed.of(MatchTable.write(payments, matches, scales, out), problems);
    }

    /** The matches of one currency by payment row. */
    private Map<Long, Match> decide(Scale scale, List<Numbered<ItemLine>> items, List<Numbered<PaymentLine>> payments) {
        List<Candidate> candidates = items.stream()
                .filter(item -> item.line().amounts().currency().equals(scale.currency())
                        && !item.line().amounts().isSettled())
                .map(item -> candidate(item, scale))
                .toList();
        List<Numbered<PaymentLine>> received = payments.stream()
                .filter(payment -> payment.line().currency().equals(scale.currency())
                        && payment.line().amount().signum() > 0)
                .toList();
        MatchRun run = MatchRun.of(
                received.stream().map(payment -> payment(payment, scale)).toList(),
                CandidateIndex.of(candidates),
                scale.applied(policy));
        Map<Long, Match> matches = new TreeMap<>();
        for (int i = 0; i < received.size(); i++) {
            matches.put(received.get(i).row(), run.matches().get(i));
        }
        return matches;
    }

    /** The item's row is its id; whoever pays is the customer. */
    private Candidate candidate(Numbered<ItemLine> numbered, Scale scale) {
        ItemLine line = numbered.line();
        String customer = line.customer().payer().isEmpty()
                ? line.customer().key()
                : line.customer().payer();
        AccountId account = accounts.computeIfAbsent(customer, _ -> AccountId.of(accounts.size() + 1L));
        ItemLine.References references = line.references();
        List<String> others = List.of(
                        references.assignment(),
                        references.reference(),
                        references.billingDocument(),
                        references.delivery(),
                        references.purchaseOrder())
                .stream()
                .filter(reference -> !reference.isBlank())
                .toList();
        return new Candidate(
                ItemId.of(numbered.row()),
                account,
                customer,
                line.customer().name(),
                line.kind(),
                line.document().number(),
                others,
                scale.minor(line.amounts().open()),
                scale.currency(),
                line.dates().documentDate(),
                line.dates().dueDate(),
                line.discount());
    }

    private static Payment payment(Numbered<PaymentLine> numbered, Scale scale) {
        PaymentLine line = numbered.line();
        return new Payment(
                Long.toString(numbered.row()),
                Money.ofMinor(scale.minor(line.amount()), scale.currency()),
                line.valueDate(),
                line.payerName(),
                line.payerAccount(),
                line.reference().isBlank() ? List.of() : List.of(line.reference()),
                line.remittanceText(),
                List.of());
    }
}
