package org.quittance.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.cash.SecondLook;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.AdviceLine;
import org.quittance.formats.extract.CustomerLine;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.ExtractLine;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.ItemLine;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.PaymentLine;
import org.quittance.formats.extract.SettlementLine;
import org.quittance.formats.table.TableFile;
import org.quittance.ledger.AccountsChanged;
import org.quittance.ledger.BookChanged;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.EntryResult;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the open items of an extract into the ledger, some thousand lines to a transaction.
 *
 * <p>Each transaction enters its lines and moves the upload on; after a crash reading starts again and passes over what is done. While
 * one batch is written the next is read, so that two batches at most are in memory, and they are written in the order of the file.
 */
@Component
public class ExtractIntake {

    private static final int LINES_AT_ONCE = 20_000;
    /** Beyond so many accounts it is cheaper to decide about the whole book than about each of them. */
    private static final int ACCOUNTS_TOLD_SINGLY = 2_000;

    private final Uploads uploads;
    private final LedgerEntry entry;
    private final LegalEntities entities;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final SecondLook secondLook;

    ExtractIntake(
            Uploads uploads,
            LedgerEntry entry,
            LegalEntities entities,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            SecondLook secondLook) {
        this.uploads = uploads;
        this.entry = entry;
        this.entities = entities;
        this.transaction = transaction;
        this.events = events;
        this.secondLook = secondLook;
    }

    void take(Upload upload, TableFile file, Layout layout, ExtractReader reader) throws IOException {
        try (OneBehind writing = new OneBehind()) {
            Pass pass = new Pass(upload, layout, writing);
            reader.read(file, pass::line, pass::problem);
            pass.end();
        }
    }

    /** One reading of one file. */
    private final class Pass {

        private final Upload upload;
        private final Layout layout;
        private final EntryContext context;
        private final Map<String, LegalEntity> byCode;
        private final OneBehind writing;
        private final Map<String, String> strings = new HashMap<>();
        /** Touched by the writing of batches alone, until that has ended. */
        private final Set<Long> accounts = new HashSet<>();

        private List<ItemDraft> drafts = new ArrayList<>();
        private List<Problem> problems = new ArrayList<>();
        private long last;

        Pass(Upload upload, Layout layout, OneBehind writing) {
            this.upload = upload;
            this.layout = layout;
            this.writing = writing;
            this.context = new EntryContext(upload.id(), upload.businessDate(), upload.actor(), upload.completeness());
            this.byCode = entities.all().stream().collect(Collectors.toMap(LegalEntity::code, entity -> entity));
            this.last = upload.linesDone();
        }

        void line(ExtractLine line) {
            if (line.line() <= upload.linesDone()) {
                return;
            }
            switch (line) {
                case ItemLine item -> item(item);
                case CustomerLine other -> notAnItem(other);
                case PaymentLine other -> notAnItem(other);
                case AdviceLine other -> notAnItem(other);
                case SettlementLine other -> notAnItem(other);
            }
            last = line.line();
            if (drafts.size() >= LINES_AT_ONCE) {
                flush();
            }
        }

        void problem(Problem problem) {
            if (problem.line() == 0 || problem.line() > upload.linesDone()) {
                problems.add(problem);
            }
        }

        void end() {
            flush();
            writing.await();
            if (accounts.size() > ACCOUNTS_TOLD_SINGLY) {
                transaction.executeWithoutResult(_ -> events.publishEvent(new BookChanged(upload.id())));
            } else if (!accounts.isEmpty()) {
                transaction.executeWithoutResult(_ -> events.publishEvent(new AccountsChanged(accounts)));
                secondLook.afterNewItems();
            }
        }

        private void item(ItemLine item) {
            LegalEntity entity = byCode.get(item.entity());
            if (entity == null) {
                problems.add(Problem.row(
                        upload.fileName(),
                        item.line(),
                        layout.headerOf(Field.ENTITY),
                        item.entity(),
                        item.entity().isEmpty()
                                ? "The line names no legal entity"
                                : Defaults.NO_SUCH_ENTITY + item.entity(),
                        item.entity().isEmpty()
                                ? "Choose the legal entity of the file when you hand it in"
                                : "Add the legal entity under Entities, or correct the code, and feed the line again"));
                return;
            }
            drafts.add(draft(item, entity));
        }

        private ItemDraft draft(ItemLine item, LegalEntity entity) {
            ItemLine.Document document = item.document();
            ItemLine.References references = item.references();
            String part = document.fiscalYear().isEmpty() && document.line().isEmpty()
                    ? ""
                    : document.fiscalYear() + "/" + document.line();
            return new ItemDraft(
                    item.line(),
                    entity.id(),
                    item.customer().key(),
                    shared(
                            item.customer().name().isEmpty()
                                    ? item.customer().key()
                                    : item.customer().name()),
                    item.kind(),
                    layout.source(),
                    document.number(),
                    shared(part),
                    item.dates().documentDate(),
                    item.dates().dueDate(),
                    item.dates().dueDateTold(),
                    item.dates().postingDate(),
                    item.amounts().currency().getCurrencyCode(),
                    item.amounts().originalMoney().minor(),
                    item.amounts().openMoney().minor(),
                    item.dates().clearedOn(),
                    null,
                    item.discount(),
                    references.assignment(),
                    references.purchaseOrder().isEmpty() ? references.reference() : references.purchaseOrder(),
                    references.text());
        }

        private String shared(String text) {
            return strings.computeIfAbsent(text, same -> same);
        }

        private void notAnItem(ExtractLine line) {
            throw new IllegalStateException("Line " + line.line() + " of an extract of items is no item");
        }

        /** Hands the batch over to be written while the next one is read. */
        private void flush() {
            List<ItemDraft> batch = drafts;
            List<Problem> found = problems;
            long through = last;
            drafts = new ArrayList<>(LINES_AT_ONCE);
            problems = new ArrayList<>();
            writing.next(() -> transaction.executeWithoutResult(_ -> write(batch, found, through)));
        }

        private void write(List<ItemDraft> batch, List<Problem> found, long through) {
            EntryResult result = entry.enter(batch, context);
            result.repeated().forEach(repeated -> found.add(remark(repeated)));
            result.redated().forEach(redated -> found.add(remark(redated)));
            uploads.advance(
                    upload.id(),
                    through,
                    result.added(),
                    result.known() + result.repeated().size(),
                    found);
            if (accounts.size() <= ACCOUNTS_TOLD_SINGLY) {
                accounts.addAll(result.accounts());
            }
        }

        private Problem remark(EntryResult.Repeated repeated) {
            return Problem.remark(
                    upload.fileName(),
                    repeated.line(),
                    layout.headerOf(Field.DOCUMENT),
                    repeated.document(),
                    "Says again what line " + repeated.firstLine() + " has said",
                    "Nothing needs to be done; the item is in the ledger once");
        }

        private Problem remark(EntryResult.Redated redated) {
            String told = "%s is due on %s here, and the file says %s"
                    .formatted(redated.document(), redated.was(), redated.dueDate());
            return Problem.remark(
                    upload.fileName(),
                    redated.line(),
                    layout.headerOf(Field.DUE_DATE),
                    redated.dueDate().toString(),
                    redated.refusal()
                            .map(why -> told + ". It was not taken over: " + why.sentence())
                            .orElse(told + ", which counts from now on"),
                    redated.refusal().isEmpty()
                            ? "Nothing needs to be done; the item's page shows the day before and the day now"
                            : "Correct the date in the system that the file is from, or change it on the item's page");
        }
    }
}
