package org.quittance.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.BankAccounts;
import org.quittance.cash.BankAccounts.BankAccount;
import org.quittance.core.money.Money;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.quittance.formats.extract.ExtractLine;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.PaymentLine;
import org.quittance.formats.table.TableFile;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.springframework.stereotype.Component;

/**
 * Takes a list of payments in as the statement that it stands for: one for each bank account, without balances.
 *
 * <p>A list does not say on which bank account the money came: it is that of the legal entity in the line's currency, where there is one
 * and no second.
 */
@Component
class PaymentListIntake {

    private final Uploads uploads;
    private final StatementIntake statements;
    private final LegalEntities entities;
    private final BankAccounts bankAccounts;

    PaymentListIntake(Uploads uploads, StatementIntake statements, LegalEntities entities, BankAccounts bankAccounts) {
        this.uploads = uploads;
        this.statements = statements;
        this.entities = entities;
        this.bankAccounts = bankAccounts;
    }

    /** Returns in words what has become of the file. */
    String take(Upload upload, TableFile file, Layout layout, ExtractReader reader) throws IOException {
        Map<String, List<BankEntry>> entries = new TreeMap<>();
        Map<String, BankAccount> accounts = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        reader.read(
                file,
                line -> {
                    if (line instanceof PaymentLine payment) {
                        Optional<BankAccount> account = accountOf(payment);
                        if (account.isEmpty()) {
                            problems.add(noAccount(upload, layout, payment));
                        } else {
                            accounts.put(account.get().account(), account.get());
                            entries.computeIfAbsent(account.get().account(), _ -> new ArrayList<>())
                                    .add(entry(payment));
                        }
                    } else {
                        throw new IllegalStateException(line(line) + " of a list of payments is no payment");
                    }
                },
                problems::add);
        if (upload.linesDone() == 0) {
            uploads.report(upload.id(), problems);
        }
        List<BankStatement> taken = new ArrayList<>();
        entries.forEach((account, movements) -> taken.add(statement(upload, accounts.get(account), movements)));
        return statements.take(upload, taken);
    }

    private Optional<BankAccount> accountOf(PaymentLine payment) {
        Optional<LegalEntity> entity = entities.byCode(payment.entity());
        List<BankAccount> fitting = bankAccounts.all().stream()
                .filter(account -> entity.isPresent()
                        && account.entityId() == entity.get().id()
                        && account.currency().equals(payment.currency().getCurrencyCode()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Problem noAccount(Upload upload, Layout layout, PaymentLine payment) {
        return Problem.row(
                upload.fileName(),
                payment.line(),
                layout.headerOf(Field.ENTITY),
                payment.entity() + " " + payment.currency(),
                "It is not known on which bank account the payment came",
                "Choose the legal entity of the file; it needs one bank account in " + payment.currency()
                        + " under Entities, and no second");
    }

    private static BankStatement statement(Upload upload, @Nullable BankAccount account, List<BankEntry> entries) {
        if (account == null) {
            throw new IllegalStateException("Payments were kept without a bank account");
        }
        return new BankStatement(
                "List of payments",
                BankStatement.Kind.STATEMENT,
                account.account(),
                upload.fileName(),
                "",
                Currency.getInstance(account.currency()),
                entries.stream()
                        .map(BankEntry::bookingDate)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                null,
                null,
                entries);
    }

    private static BankEntry entry(PaymentLine payment) {
        Money amount = payment.money();
        return new BankEntry(
                payment.line(),
                BankEntry.Status.BOOKED,
                BankEntry.Kind.PAYMENT,
                amount,
                payment.bookingDate(),
                payment.valueDate(),
                payment.reference(),
                "",
                "",
                "",
                payment.payerName(),
                payment.payerAccount().replace(" ", "").toUpperCase(Locale.ROOT),
                List.of(),
                payment.remittanceText(),
                null,
                null,
                "",
                "");
    }

    private static String line(ExtractLine line) {
        return "Line " + line.line();
    }
}
